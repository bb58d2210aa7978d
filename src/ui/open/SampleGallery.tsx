import { useEffect, useState, type ReactNode } from 'react';
import { loadSamples, SAMPLE_NAMES, type Sample, type SampleName } from '../../app/samples';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { ColumnShape, type ShownColumn } from '../common/ColumnShape';
import { useServices } from '../context';
import './SampleGallery.css';

/** The formats in each sample, by the column that shows them. */
const FORMATS_IN: Readonly<Record<SampleName, readonly ShownColumn[]>> = {
  'hello-v1': ['v1'],
  'hello-docker': ['v1', 'v2s2'],
  'hello-docker25': ['v2s2', 'oci'],
  'hello-oci': ['oci'],
  'hello-oci-zstd': ['oci'],
  'hello-flipped': ['v2s2', 'oci'],
  'hello-s1': ['v2s1'],
};

/** The built-in samples, each with its size and the question it answers. */
export function SampleGallery(): ReactNode {
  const { t, rich } = useI18n();
  const { navigation } = useServices();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    void loadSamples().then(setSamples);
  }, []);
  return (
    <ul className="samples">
      {SAMPLE_NAMES.map((name) => {
        const sample = samples.find((each) => each.name === name);
        const formats = { words: FORMATS_IN[name].map((column) => t(`column.${column}`)).join(', ') };
        return (
          <li key={name}>
            <button type="button" className="sample" disabled={!sample} onClick={() => navigation.openSample(name)}>
              <span className="sample-shapes" role="img" aria-label={t('sample.contains', { formats })}>
                {FORMATS_IN[name].map((column) => (
                  <ColumnShape key={column} column={column} />
                ))}
              </span>
              <strong>{rich(`sample.${name}.title`)}</strong>
              <span className="sample-question">{rich(`sample.${name}.question`)}</span>
              <span className="sample-file">
                <Code>{sample?.file ?? name}</Code>
                {sample ? <Bytes value={sample.size} /> : null}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
