import { longestPictureBytes, pictureIn } from './picture.js';

const png = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]);
const base64 = (bytes: Buffer) => bytes.toString('base64');

describe('a picture', () => {
  it.each([
    ['image/png', png],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1])],
    ['image/webp', Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 ')])],
  ])('is known as %s by its first bytes', (mediaType, bytes) => {
    expect(pictureIn(base64(bytes))).toMatchObject({ mediaType, picture: base64(bytes) });
  });
  it.each([
    ['SVG, which can carry script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a page', Buffer.from('<!doctype html>')],
    ['another RIFF file', Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WAVEfmt ')])],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', (_, bytes) => expect(pictureIn(base64(bytes))).toBeUndefined());
  it('is no larger than 64 kB, and no text that is not base64', () => {
    const largest = Buffer.concat([png, Buffer.alloc(longestPictureBytes - png.length)]);
    expect(pictureIn(base64(largest))).toBeDefined();
    expect(pictureIn(base64(Buffer.concat([largest, Buffer.alloc(1)])))).toBeUndefined();
    expect(pictureIn(`${base64(png)}!`)).toBeUndefined();
  });
  it('has one version for the same bytes, and another for others', () => {
    const [one, again, other] = [png, png, Buffer.concat([png, png])].map((each) => pictureIn(base64(each))?.version);
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });
});
