import './styles';
import { ExercisePanel } from './exercises/ExercisePanel';
import { LessonPanel } from './lesson/LessonPanel';
import { Paper } from './paper/Paper';
import { Present } from './present/Present';
import { Workbench } from './shell/Workbench';

/** What the first screen does without. */
export const rest = { ExercisePanel, LessonPanel, Paper, Present, Workbench };
