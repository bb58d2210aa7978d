import { useId, type ReactNode } from 'react';
import type { Sbom } from '../../core/model/contents';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr, Name } from '../../i18n/isolates';
import { Fact } from '../common/Fact';

/** What an SBOM lists: by whom, how much of what, and its first packages. */
export function SbomView({ sbom }: { sbom: Sbom }): ReactNode {
  const { rich, list, formatNumber } = useI18n();
  const id = useId();
  const { format, version, name, created, tools, packageCount, byType, packages } = sbom;
  return (
    <>
      <dl className="artifact-facts">
        <Fact name={rich('sbom.format')}>
          <Ltr>
            {rich(`sbom.${format}`)} {version}
          </Ltr>
        </Fact>
        {name === null ? null : (
          <Fact name={rich('sbom.name')}>
            <Name>{name}</Name>
          </Fact>
        )}
        {tools.length > 0 ? (
          <Fact name={rich('sbom.tools')}>
            {list(tools.map((tool, index) => <Code key={`${index}`}>{tool}</Code>))}
          </Fact>
        ) : null}
        {created === null ? null : (
          <Fact name={rich('sbom.created')}>
            <Code>{created}</Code>
          </Fact>
        )}
        <Fact name={rich('sbom.packages')}>
          <strong>{formatNumber(packageCount)}</strong>
          {byType.map(({ type, count }) => (
            <span key={type}>
              {type === '' ? rich('sbom.noType') : <Code>{type}</Code>} <Ltr>{formatNumber(count)}</Ltr>
            </span>
          ))}
        </Fact>
      </dl>
      {packages.length > 0 ? (
        <>
          <p id={id} className={packages.length < packageCount ? 'small muted' : 'hidden'}>
            {packages.length < packageCount
              ? rich('sbom.shown', { shown: packages.length, total: packageCount })
              : rich('sbom.packages')}
          </p>
          <div className="artifact-scroll contents-packages">
            <table aria-labelledby={id}>
              <thead>
                <tr>
                  <th scope="col">{rich('sbom.package')}</th>
                  <th scope="col">{rich('sbom.version')}</th>
                  <th scope="col">{rich('sbom.type')}</th>
                  <th scope="col">{rich('sbom.licence')}</th>
                </tr>
              </thead>
              <tbody>
                {packages.map((each, index) => (
                  <tr key={`${index}`}>
                    <th scope="row">
                      <Code>{each.name}</Code>
                    </th>
                    <td>{each.version === null ? null : <Code>{each.version}</Code>}</td>
                    <td>{each.type === null ? null : <Code>{each.type}</Code>}</td>
                    <td>{each.licence === null ? null : <Code>{each.licence}</Code>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
    </>
  );
}
