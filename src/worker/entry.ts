import { methods } from './methods';
import { serve } from './serve';

serve(self, methods);
