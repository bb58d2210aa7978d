import { useEffect, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { StartExercises } from '../exercises/StartExercises';
import { StartLesson } from '../lesson/StartLesson';
import { OfflineNote } from '../offline/OfflineNote';
import { TopBar } from '../shell/TopBar';
import { FILE_INPUT, FileButton, FolderButton } from './FileButton';
import { GhostBoard } from './GhostBoard';
import './Landing.css';
import { PasteField } from './PasteField';
import { SampleGallery } from './SampleGallery';
import { SaveCommands } from './SaveCommands';

/** Nothing is open: choose a file, drop one, or try a sample. */
export function Landing(): ReactNode {
  const { rich } = useI18n();
  useEffect(() => {
    // Nothing has the focus yet, so it starts where a reader who uses the keyboard wants it.
    if (document.activeElement === document.body) document.getElementById(FILE_INPUT)?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <TopBar />
      <main className="landing">
        <section className="landing-open">
          <h1>{rich('landing.title')}</h1>
          <p className="landing-line">{rich('landing.line')}</p>
          <p className="landing-choose">
            <FileButton primary>{rich('app.open')}</FileButton>
            <FolderButton />
            <span>{rich('landing.drop')}</span>
          </p>
          <StartLesson />
          <StartExercises />
          <PasteField />
          <p className="landing-privacy">
            <Icon name="lock" />
            <span>{rich('landing.privacy')}</span>
          </p>
          <OfflineNote />
        </section>
        <div className="landing-beside">
          <section>
            <h2>{rich('landing.samples')}</h2>
            <SampleGallery />
          </section>
          <section>
            <h2>{rich('landing.how')}</h2>
            <SaveCommands />
          </section>
        </div>
        <div className="landing-ghost">
          <GhostBoard />
        </div>
      </main>
    </>
  );
}
