// What the DOM of these tests lacks and Node has.
import { TextDecoderStream } from "node:stream/web";

globalThis.TextDecoderStream = TextDecoderStream;
