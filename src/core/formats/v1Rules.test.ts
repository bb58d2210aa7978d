import { describe, expect, it } from 'vitest';
import { dockerSaveLayers, skopeoLayers } from './v1Rules';

const DIFF = `sha256:${'1'.repeat(64)}`;
const bytes = (text: string) => new TextEncoder().encode(text);

async function top(config: string, rule: typeof dockerSaveLayers): Promise<string> {
  return new TextDecoder().decode((await rule(bytes(config), [DIFF]))[0]?.json);
}

describe('the json of a v1 layer', () => {
  it('docker save: zeros are left out where Go leaves them out, and written where Go has a pointer', async () => {
    const json = await top(
      '{"config":{"Healthcheck":{"Test":["CMD","x"],"Interval":0,"Retries":2},"StopTimeout":0,"ArgsEscaped":false}}',
      dockerSaveLayers,
    );
    expect(json).toContain('"Healthcheck":{"Test":["CMD","x"],"Retries":2}');
    expect(json).toContain('"StopTimeout":0');
    expect(json).not.toContain('ArgsEscaped');
    expect(await top('{"config":{"Healthcheck":{}}}', dockerSaveLayers)).toContain('"Healthcheck":{}');
  });

  it('skopeo: what is only passed on keeps its escapes and the order of its keys', async () => {
    const json = await top('{"os":"l\\u00efnux","config":{ "b":"\\/<", "a":1.50 }}', skopeoLayers);
    expect(json).toContain('"os":"l\\u00efnux"');
    expect(json).toContain('"config":{"b":"\\/\\u003c","a":1.50}');
  });
});
