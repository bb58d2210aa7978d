import './styles';
import { ExercisePanel } from './exercises/ExercisePanel';
import { LessonPanel } from './lesson/LessonPanel';
import { Palette } from './palette/Palette';
import { Paper } from './paper/Paper';
import { Present } from './present/Present';
import { Workbench } from './shell/Workbench';

/** What the first screen does without. */
export const rest = { ExercisePanel, LessonPanel, Palette, Paper, Present, Workbench };
