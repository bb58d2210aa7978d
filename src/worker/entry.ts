import { setReach } from '../core/engine';
import { methods } from './methods';
import { fetchReach } from './reach';
import { serve } from './serve';

setReach(fetchReach);
serve(self, methods);
