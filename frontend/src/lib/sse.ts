/** Reads `text/event-stream` text piece by piece. Pure: no network, so that every edge can be tested. */

export interface ServerEvent {
  id: string | null;
  event: string;
  data: string;
}

/** A parser that takes chunks as they arrive and returns the events that are complete. */
export function createEventParser(): (chunk: string) => ServerEvent[] {
  let buffer = "";
  return (chunk) => {
    buffer += chunk;
    // a lone CR at the end may be half of CRLF: keep it for the next chunk
    const held = buffer.endsWith("\r") ? 1 : 0;
    const text = buffer.slice(0, buffer.length - held).replace(/\r\n?/g, "\n");
    const blocks = text.split("\n\n");
    buffer = (blocks.pop() ?? "") + buffer.slice(buffer.length - held);
    return blocks.map(parseBlock).filter((event) => event !== null);
  };
}

function parseBlock(block: string): ServerEvent | null {
  const data: string[] = [];
  let id: string | null = null;
  let event = "message";
  for (const line of block.split("\n")) {
    const [field, value] = splitLine(line);
    if (field === "data") {
      data.push(value);
    } else if (field === "id") {
      id = value;
    } else if (field === "event") {
      event = value;
    }
  }
  return data.length === 0 ? null : { id, event, data: data.join("\n") };
}

function splitLine(line: string): [string, string] {
  const colon = line.indexOf(":");
  if (colon < 0) {
    return [line, ""];
  }
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, "")];
}
