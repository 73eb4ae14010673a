"""
Streaming transducers made by hand, for the real library: eight tones are the tokens of a wake word model, and a
recognizer has homophones, two tokens for one tone, of which it prefers the first.
"""
import math
import numpy as np
import onnx
from onnx import TensorProto as T, helper as h, numpy_helper as nh

CHUNK, SUBSAMPLING = 32, 4
LESS = 0.5  # a token that is less likely than its homophone
info = h.make_tensor_value_info
c = lambda name, a: nh.from_array(np.asarray(a), name)


def mel(f):
    return 1127 * math.log(1 + f / 700)


def save(name, nodes, inputs, outputs, initializers, **metadata):
    graph = h.make_graph(nodes, name, inputs, outputs, initializers)
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", 13)], ir_version=8)
    for key, value in metadata.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, str(value)
    onnx.checker.check_model(model)
    onnx.save(model, name + ".onnx")


def transducer(name, tokens):
    """Each token is its text and its tone; the blank comes first."""
    V = len(tokens) + 1
    # The encoder says for each frame how much of each tone is in it.
    step = (mel(7600) - mel(20)) / 81
    w = np.full((V, 80), -1 / 80, np.float32)
    b = np.zeros(V, np.float32)
    for i, (_, f) in enumerate(tokens):
        k = round((mel(f) - mel(20)) / step - 1)
        w[i + 1, k - 1 : k + 2] += 1 / 3
        b[i + 1] = -LESS * [g for _, g in tokens[:i]].count(f)
    w *= 3
    w[0] = 0
    b[0] = 25
    save(
        name + "-encoder",
        [
            h.make_node("Transpose", ["x"], ["xt"], perm=[0, 2, 1]),
            h.make_node("AveragePool", ["xt"], ["p"], kernel_shape=[4], strides=[4]),
            h.make_node("Conv", ["p", "w", "b"], ["l"], kernel_shape=[1]),
            h.make_node("Transpose", ["l"], ["encoder_out"], perm=[0, 2, 1]),
            h.make_node("Identity", ["h"], ["next_h"]),
            h.make_node("Identity", ["c"], ["next_c"]),
        ],
        [info("x", T.FLOAT, ["N", CHUNK, 80]), info("h", T.FLOAT, [1, "N", 1]), info("c", T.FLOAT, [1, "N", 1])],
        [
            info("encoder_out", T.FLOAT, ["N", CHUNK // SUBSAMPLING, V]),
            info("next_h", T.FLOAT, [1, "N", 1]),
            info("next_c", T.FLOAT, [1, "N", 1]),
        ],
        [c("w", w.reshape(V, 80, 1)), c("b", b)],
        model_type="lstm",
        num_encoder_layers=1,
        T=CHUNK,
        decode_chunk_len=CHUNK,
        rnn_hidden_size=1,
        d_model=1,
    )
    # The decoder forbids the last tone, so that one that goes on is one token.
    forbid = np.zeros((V, V), np.float32)
    for i, (_, f) in enumerate(tokens):
        for j, (_, g) in enumerate(tokens):
            if f == g:
                forbid[i + 1, j + 1] = -1000
    save(
        name + "-decoder",
        [
            h.make_node("Gather", ["y", "last"], ["token"], axis=1),
            h.make_node("Cast", ["token"], ["number"], to=T.FLOAT),
            h.make_node("Relu", ["number"], ["known"]),  # -1 before the first
            h.make_node("Cast", ["known"], ["index"], to=T.INT64),
            h.make_node("Gather", ["forbid", "index"], ["decoder_out"], axis=0),
        ],
        [info("y", T.INT64, ["N", 2])],
        [info("decoder_out", T.FLOAT, ["N", V])],
        [c("last", np.int64(1)), c("forbid", forbid)],
        context_size=2,
        vocab_size=V,
    )
    save(
        name + "-joiner",
        [h.make_node("Add", ["encoder_out", "decoder_out"], ["logit"])],
        [info("encoder_out", T.FLOAT, ["N", V]), info("decoder_out", T.FLOAT, ["N", V])],
        [info("logit", T.FLOAT, ["N", V])],
        [],
        joiner_dim=V,
    )
    with open(name + "-tokens.txt", "w", encoding="utf-8") as out:
        out.write("".join(f"{token} {i}\n" for i, token in enumerate(["<blk>"] + [t for t, _ in tokens])))


transducer(
    "wake",
    [("HH", 440), ("EY1", 620), ("V", 850), ("OY1", 1150), ("x", 1550), ("iǎo", 2100), ("zh", 2900), ("ù", 4000)],
)
transducer(
    "homophones",
    [("你", 440), ("尼", 440), ("好", 620), ("▁ST", 1150), ("▁SH", 1150), ("OP", 1550), ("▁ONE", 2100)],
)
letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ'"
with open("homophones-bpe.vocab", "w", encoding="utf-8") as out:
    pieces = ["<unk>", "<s>", "</s>", "▁ST", "▁SH", "OP", "▁ONE", "▁"] + list(letters)
    out.write("".join(f"{piece}\t{min(0, 2 - i)}\n" for i, piece in enumerate(pieces)))
