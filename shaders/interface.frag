#version 300 es
// The interface: the vertex colour times the texture. A texture of one byte a pixel is coverage:
// white where it is 1, nothing where it is 0.
precision mediump float;

uniform sampler2D u_texture;
uniform bool u_coverage;

in highp vec2 v_texture;
in vec4 v_color;

out vec4 o_color;

void main() {
    vec4 texel = texture(u_texture, v_texture);
    o_color = v_color * (u_coverage ? vec4(1.0, 1.0, 1.0, texel.r) : texel);
}
