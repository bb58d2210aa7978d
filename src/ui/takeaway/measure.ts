import { FONT_FAMILIES, roughMeasure, type Measure } from '../../core/picture/text';

/** Measures texts of pictures in the fonts that this browser has for them. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return roughMeasure;
  return (text, { family, size, bold = false }) => {
    context.font = `${bold ? 600 : 400} ${size}px ${FONT_FAMILIES[family]}`;
    return context.measureText(text).width;
  };
}
