# A LoRA trained by PyTorch's AdamW on pairs in a space, by the loss of bench/real/plain-learner.js.
# Rate and epochs are those best on validation pairs; then it learns from all.
#
# Input: a line of JSON {dim, rank, tau, seed, documents, validation}, the last two counts, with the
# document of each pair in `ids`; then f32 rows of the documents, the validation queries, and the
# others. Output: JSON {rate, epochs, A, B}.
import json
import sys

import numpy
import torch

RATES = [1e-3, 3e-3, 1e-2]
EPOCHS = 80
BATCH = 128

torch.set_num_threads(1)
head = json.loads(sys.stdin.buffer.readline())
rows = numpy.frombuffer(sys.stdin.buffer.read(), numpy.float32).reshape(-1, head["dim"])
rows = torch.from_numpy(rows.copy())
documents, queries = rows[: head["documents"]], rows[head["documents"] :]
ids = torch.tensor(head["ids"])


def forward(A, B, x):
    return x + x @ A.T @ B


def reciprocal_rank(A, B, which):
    scores = forward(A, B, queries[which]) @ documents.T
    right = scores[torch.arange(len(which)), ids[which]].unsqueeze(1)
    return (1 / (scores >= right).sum(1)).mean().item()


def batches(which, random):
    count = max(1, round(len(which) / BATCH))
    size = len(which) // count
    order = which[torch.randperm(len(which), generator=random)]
    return [order[i * size : (i + 1) * size] for i in range(count)]


def train(which, rate, epochs, on_epoch=lambda *_: None):
    random = torch.Generator().manual_seed(head["seed"])
    shape = (head["rank"], head["dim"])
    A = (2 * torch.rand(shape, generator=random) - 1) / head["dim"] ** 0.5
    B = torch.zeros(shape)
    A.requires_grad_()
    B.requires_grad_()
    optimizer = torch.optim.AdamW([A, B], lr=rate)
    variance = None
    for epoch in range(1, epochs + 1):
        for batch in batches(which, random):
            y = torch.nn.functional.normalize(forward(A, B, queries[batch]))
            cosines = y @ documents[ids[batch]].T
            right = torch.eye(len(batch), dtype=bool)
            wrong = ids[batch].unsqueeze(0) != ids[batch].unsqueeze(1)
            seen = cosines.detach()[wrong].var()
            variance = seen if variance is None else 0.9 * variance + 0.1 * seen
            logits = (cosines / (head["tau"] * variance.sqrt())).masked_fill(~(right | wrong), -torch.inf)
            loss = torch.nn.functional.cross_entropy(logits, torch.arange(len(batch)))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            on_epoch(A, B, epoch)
    return A.detach(), B.detach()


validation = torch.arange(head["validation"])
fit = torch.arange(head["validation"], len(queries))
tried = []
for rate in RATES:
    train(
        fit,
        rate,
        EPOCHS,
        lambda A, B, epoch: tried.append((reciprocal_rank(A, B, validation), rate, epoch)),
    )
best = max(tried)
A, B = train(torch.arange(len(queries)), best[1], best[2])
json.dump({"rate": best[1], "epochs": best[2], "A": A.tolist(), "B": B.tolist()}, sys.stdout)
