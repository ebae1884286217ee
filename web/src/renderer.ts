// Draws the core's packets with WebGL2. The layout of a packet, little endian, aligned to 4 bytes:
//
//   u32 magic "S6F1" · f32 width, height (CSS px) · f32 scale · u32 textures, commands, vertices, indices
//   textures   u32 id, op (1 create, 2 update, 3 destroy), bytes a pixel (1 or 4), width, height,
//              x, y, w, h (the changed part), byte offset of its rows from the packet's start, byte length
//   commands   f32 clip x1, y1, x2, y2 (CSS px) · u32 texture id, first index, vertex offset, index count
//   vertices   f32 x, y, u, v · u8 r, g, b, a        indices   u16, padded to 4 bytes
//
// The last packet is kept so that a new window size shows it again at once, unstretched. It does not
// decide when to draw.

import fragment_code from "../../shaders/interface.frag";
import vertex_code from "../../shaders/interface.vert";

const Magic = 0x31463653;
const HeadBytes = 32;
const TextureBytes = 44;
const CommandBytes = 32;
const VertexBytes = 20;

const enum Op { Create = 1, Update = 2, Destroy = 3 }

type Four = [number, number, number, number];
type Eleven = [number, number, number, number, number, number, number, number, number, number, number];
type Texture = { handle: WebGLTexture; coverage: boolean };
type Program = {
  handle: WebGLProgram; size: WebGLUniformLocation | null; coverage: WebGLUniformLocation | null;
};

export class Renderer {
  /** Waits for the picture after each packet: for benchmarks only. */
  finish = false;
  readonly #gl: WebGL2RenderingContext;
  #program: Program;
  #textures = new Map<number, Texture>();
  #packet: ArrayBuffer | undefined;
  #background: [number, number, number] = [1, 1, 1];

  private constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#program = build(gl);
  }

  /** undefined: this browser or machine has no WebGL2. */
  static on(canvas: HTMLCanvasElement): Renderer | undefined {
    const gl = canvas.getContext("webgl2", {
      alpha: false, antialias: false, depth: false, stencil: false, powerPreference: "low-power",
    });
    return gl ? new Renderer(gl) : undefined;
  }

  set background(color: [number, number, number]) {
    this.#background = color;
  }

  /** Takes in a packet and shows it. */
  show(packet: ArrayBuffer): void {
    const [magic] = new Uint32Array(packet, 0, 1);
    if (magic !== Magic) throw new Error("not a draw packet");
    this.#packet = packet;
    if (this.#gl.isContextLost()) return;
    const layout = layout_of(packet);
    this.#take_textures(packet, layout.texture_count);
    const gl = this.#gl;
    const vertices = new Uint8Array(packet, layout.vertices, layout.vertex_count * VertexBytes);
    const indices = new Uint16Array(packet, layout.indices, layout.index_count);
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
    this.#draw(layout);
    if (this.finish) gl.finish();
  }

  /** Shows the last packet again, after the canvas changed its size. */
  show_again(): void {
    if (this.#packet && !this.#gl.isContextLost()) this.#draw(layout_of(this.#packet));
  }

  /** After webglcontextrestored: everything in the context is gone, and the core must send its textures anew. */
  rebuild(): void {
    this.#textures.clear();
    this.#packet = undefined;
    this.#program = build(this.#gl);
  }

  #take_textures(packet: ArrayBuffer, count: number): void {
    const gl = this.#gl;
    for (let i = 0; i < count; i += 1) {
      const words = new Uint32Array(packet, HeadBytes + i * TextureBytes, TextureBytes / 4);
      const [id, op, pixel, width, height, x, y, w, h, offset, size] = words as unknown as Eleven;
      if (op !== Op.Update) this.#drop_texture(id);
      if (op === Op.Create) this.#make_texture(id, pixel === 1, width, height);
      const texture = this.#textures.get(id);
      if (!texture || !size) continue; // an update for a context that was lost: all of it is on its way
      const format = texture.coverage ? gl.RED : gl.RGBA;
      const rows = new Uint8Array(packet, offset, size);
      gl.bindTexture(gl.TEXTURE_2D, texture.handle);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, w, h, format, gl.UNSIGNED_BYTE, rows);
    }
  }

  #drop_texture(id: number): void {
    const known = this.#textures.get(id);
    if (known) this.#gl.deleteTexture(known.handle);
    this.#textures.delete(id);
  }

  #make_texture(id: number, coverage: boolean, width: number, height: number): void {
    const gl = this.#gl;
    const handle = gl.createTexture()!;
    this.#textures.set(id, { handle, coverage });
    gl.bindTexture(gl.TEXTURE_2D, handle);
    gl.texStorage2D(gl.TEXTURE_2D, 1, coverage ? gl.R8 : gl.RGBA8, width, height);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  }

  #draw(layout: Layout): void {
    const gl = this.#gl;
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    gl.viewport(0, 0, width, height);
    gl.disable(gl.SCISSOR_TEST);
    gl.clearColor(...this.#background, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
    gl.uniform2f(this.#program.size, width / layout.scale, height / layout.scale);
    let base = -1;
    let texture = -1;
    for (let i = 0; i < layout.command_count; i += 1) {
      const at = (layout.commands + i * CommandBytes) / 4;
      const [left, top, right, bottom] = layout.floats.subarray(at, at + 4) as unknown as Four;
      const [id, first, offset, count] = layout.words.subarray(at + 4, at + 8) as unknown as Four;
      const x1 = Math.max(Math.round(left * layout.scale), 0);
      const y1 = Math.max(Math.round(top * layout.scale), 0);
      const x2 = Math.min(Math.round(right * layout.scale), width);
      const y2 = Math.min(Math.round(bottom * layout.scale), height);
      if (x2 <= x1 || y2 <= y1) continue;
      if (id !== texture) {
        const known = this.#textures.get(id);
        if (!known) continue;
        gl.bindTexture(gl.TEXTURE_2D, known.handle);
        gl.uniform1i(this.#program.coverage, known.coverage ? 1 : 0);
        texture = id;
      }
      if (offset !== base) {
        attributes(gl, offset * VertexBytes);
        base = offset;
      }
      gl.scissor(x1, height - y2, x2 - x1, y2 - y1);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, first * 2);
    }
  }
}

type Layout = ReturnType<typeof layout_of>;

function layout_of(packet: ArrayBuffer) {
  const words = new Uint32Array(packet);
  const floats = new Float32Array(packet);
  const [texture_count, command_count, vertex_count, index_count] = words.subarray(4, 8) as unknown as Four;
  const commands = HeadBytes + texture_count * TextureBytes;
  const vertices = commands + command_count * CommandBytes;
  const indices = vertices + vertex_count * VertexBytes;
  const scale = floats[3] || 1;
  const counts = { texture_count, command_count, vertex_count, index_count };
  return { words, floats, scale, ...counts, commands, vertices, indices };
}

/** Where the attributes of the vertices stand: WebGL2 has no base vertex, so each offset sets them anew. */
function attributes(gl: WebGL2RenderingContext, offset: number): void {
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, VertexBytes, offset);
  gl.vertexAttribPointer(1, 2, gl.FLOAT, false, VertexBytes, offset + 8);
  gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, VertexBytes, offset + 16);
}

function build(gl: WebGL2RenderingContext): Program {
  const handle = gl.createProgram()!;
  for (const [kind, code] of [[gl.VERTEX_SHADER, vertex_code], [gl.FRAGMENT_SHADER, fragment_code]] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, code);
    gl.compileShader(shader);
    gl.attachShader(handle, shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
      const name = kind === gl.VERTEX_SHADER ? "interface.vert" : "interface.frag";
      console.error(`so06: shaders/${name}: ${gl.getShaderInfoLog(shader)}`);
    }
  }
  gl.linkProgram(handle);
  gl.useProgram(handle);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  for (const place of [0, 1, 2]) gl.enableVertexAttribArray(place);
  gl.enable(gl.BLEND);
  gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  const place = (name: string) => gl.getUniformLocation(handle, name);
  return { handle, size: place("u_size"), coverage: place("u_coverage") };
}
