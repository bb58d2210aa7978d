/* What every part builds on. It is imported first wherever a file of the built page begins, so that parts may say otherwise. */
import './fonts';
import './tokens.css';
import './base.css';
