"""The network: a MiniLM-L6 encoder with case types, and heads for entities, tags, lemmas, sentences and the parse.

The biaffine parser is Dozat and Manning's (2017, Deep Biaffine Attention for Neural Dependency Parsing); the encoder is
BERT's (Devlin et al., 2019) with MiniLM's widths (Wang et al., 2020), written out so that no other library is needed.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS, CASES = 384, 6, 12, 1536, 30522, 512, 6
ARC, LABEL = 256, 96


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT's are."""

    def __init__(self, dropout: float) -> None:
        """Weights come from the base model."""
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x (batch, pieces, width), mask (batch, 1, 1, pieces) added to the attention scores."""
        batch, pieces, _ = x.shape
        q, k, v = self.qkv(x).view(batch, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(2, 3)  # written out: faster on a CPU than the fused one
        heard = torch.softmax(scores if mask is None else scores + mask, -1).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(heard.transpose(1, 2).reshape(batch, pieces, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces → vectors."""

    def __init__(self, dropout: float) -> None:
        """Weights come from the base model."""
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor | None) -> Tensor:
        """ids and cases (batch, pieces); mask (batch, pieces), true where a piece stands, or None for all."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.positions(place) + self.cases(cases)))
        added = None
        if mask is not None:
            added = torch.zeros(mask.shape, dtype=torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
            added = added.masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, added)
        return x


class Network(nn.Module):
    """Encoder and heads. Every head reads a word at its first piece."""

    def __init__(self, sizes: dict[str, int], dropout: float = 0.1, head_dropout: float = 0.3) -> None:
        """sizes: number of classes of `ner`, `tag`, `morph`, `lemma` and `dep`."""
        super().__init__()
        self.encoder = Encoder(dropout)
        self.flat = nn.ModuleDict({name: nn.Linear(WIDTH, sizes[name]) for name in ("ner", "tag", "morph", "lemma")})
        self.flat["sent"] = nn.Linear(WIDTH, 1)
        self.mlp = nn.Linear(WIDTH, 2 * ARC + 2 * LABEL)
        self.root = nn.Parameter(torch.randn(ARC + LABEL) * 0.02)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.zeros(sizes["dep"], LABEL + 1, LABEL + 1))
        self.drop = nn.Dropout(dropout)
        self.head_drop = nn.Dropout(head_dropout)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.label, std=0.02)

    def words(self, ids: Tensor, cases: Tensor, mask: Tensor | None, firsts: Tensor) -> Tensor:
        """Vectors of words: (batch, words, width), read at `firsts`, the places of their first pieces."""
        x = self.encoder(ids, cases, mask)
        return self.drop(x.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH)))

    def arms(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Vectors of words as dependents and as heads (the root first), for arcs and for labels."""
        y = self.head_drop(functional.gelu(self.mlp(x)))
        dep_arc, head_arc, dep_label, head_label = y.split([ARC, ARC, LABEL, LABEL], dim=-1)
        root = self.root.to(y.dtype).expand(x.shape[0], 1, -1)
        root_arc, root_label = root.split([ARC, LABEL], dim=-1)
        return dep_arc, torch.cat([root_arc, head_arc], 1), dep_label, torch.cat([root_label, head_label], 1)

    def arc_scores(self, dep: Tensor, head: Tensor) -> Tensor:
        """(batch, dependents, 1 + words): how well each word, or the root at 0, heads each word."""
        one = torch.ones_like(dep[..., :1])
        return torch.cat([dep, one], -1) @ self.arc.to(dep.dtype) @ head.transpose(1, 2)

    def label_scores(self, dep: Tensor, head: Tensor) -> Tensor:
        """(n, labels) for n pairs of dependent and head, each (n, LABEL)."""
        one = torch.ones_like(dep[..., :1])
        left, right = torch.cat([dep, one], -1), torch.cat([head, one], -1)
        classes = self.label.shape[0]
        through = (left @ self.label.to(dep.dtype).permute(1, 0, 2).reshape(LABEL + 1, -1)).view(-1, classes, LABEL + 1)
        return (through * right[:, None, :]).sum(-1)


def load_base(network: Network, path: str) -> None:
    """Fill the encoder from a BERT checkpoint in safetensors; new case rows are the old row 0 plus noise."""
    from safetensors.torch import load_file

    old = {name.removeprefix("bert."): value.float() for name, value in load_file(path).items()}
    new: dict[str, Tensor] = {
        "words.weight": old["embeddings.word_embeddings.weight"],
        "positions.weight": old["embeddings.position_embeddings.weight"],
        "cases.weight": old["embeddings.token_type_embeddings.weight"][:1] + 0.02 * torch.randn(CASES, WIDTH),
    }
    parts = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
             "down": "output.dense", "norm2": "output.LayerNorm"}  # fmt: skip
    for kind in ("weight", "bias"):
        new[f"norm.{kind}"] = old[f"embeddings.LayerNorm.{kind}"]
        for at in range(LAYERS):
            layer = f"encoder.layer.{at}."
            new |= {f"layers.{at}.{ours}.{kind}": old[f"{layer}{theirs}.{kind}"] for ours, theirs in parts.items()}
            qkv = [old[f"{layer}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            new[f"layers.{at}.qkv.{kind}"] = torch.cat(qkv)
    network.encoder.load_state_dict(new)
