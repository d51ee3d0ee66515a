#!/usr/bin/python3
"""PyTorch as the oracle of learning: writes golden.txt.

The same start, samples, loss, optimizer and steps in float64 (the reference) and in float32 (the
error that torch itself has). Needs Debian's python3-torch; the tests need only what this writes.

    /usr/bin/python3 oracle.py > golden.txt
    /usr/bin/python3 oracle.py --report     a table of the errors to stderr as well
    /usr/bin/python3 oracle.py --only TEXT  cases whose name contains TEXT

golden.hpp describes the file, samples.hpp the generator of the inputs; both are repeated here.
"""
import argparse
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F

STEPS = 300
LOSSES_AT = (1, 10, *range(20, STEPS + 1, 20))

# in, out, rank, alpha, residual, a_scale, b_scale, map_scale, stride: every scale a power of two, so
# that start and samples are exact. Of the large shapes every stride-th weight is written.
SHAPES = {
    '16x16r2': (16, 16, 2, 1.0, 1, 1 / 4, 1 / 4, 1 / 2, 1),
    '31x31r3': (31, 31, 3, 0.5, 1, 1 / 4, 1 / 4, 1 / 4, 1),
    '24x40r4': (24, 40, 4, 2.0, 0, 1 / 4, 1 / 8, 1 / 4, 1),
    '64x64r8': (64, 64, 8, 1.0, 1, 1 / 8, 1 / 8, 1 / 8, 7),
    '256x256r2': (256, 256, 2, 1.0, 1, 1 / 16, 1 / 16, 1 / 8, 7),
}

# A spec with everything at its neutral value, which is not written; golden.hpp has the same values.
NEUTRAL = {
    'in': 0,
    'out': 0,
    'rank': 0,
    'alpha': 1.0,
    'residual': 0,
    'seed': 0,
    'a_scale': 0.0,
    'b_scale': 0.0,
    'map_scale': 0.0,
    'noise_scale': 0.0,
    'negatives': 0,
    'loss': 'mse',
    'reduction': 'sum',
    'temperature': 0.0,
    'margin': 0.0,
    'optimizer': 'sgd',
    'rate': 0.0,
    'ratio': 1.0,
    'momentum': 0.0,
    'beta1': 0.0,
    'beta2': 0.0,
    'epsilon': 0.0,
    'weight_decay': 0.0,
    'max_norm': 0.0,
    'stride': 1,
}


class Generator:
    """xorshift32, as in test-native/driver.cpp."""

    def __init__(self, seed):
        self.s = seed * 0x9E3779B9 & 0xFFFFFFFF

    def next(self):
        s = self.s
        s ^= s << 13 & 0xFFFFFFFF
        s ^= s >> 17
        s ^= s << 5 & 0xFFFFFFFF
        self.s = s
        return s

    def integers(self, *shape):
        """1024 number()."""
        count = int(np.prod(shape))
        return np.array([(self.next() >> 21) - 1024 for _ in range(count)], np.int64).reshape(shape)


class Samples:
    """Start, and per step x, the target (or positive) and the negatives. Everything is an integer
    over a power of two until the one rounding to f32 of the target."""

    def __init__(self, spec):
        n_in, n_out, rank = spec['in'], spec['out'], spec['rank']
        random = Generator(spec['seed'])
        self.a = random.integers(rank, n_in) / 1024 * spec['a_scale']
        self.b = np.zeros((rank, n_out))
        if spec['b_scale']:
            self.b = random.integers(rank, n_out) / 1024 * spec['b_scale']
        q = random.integers(rank, n_in)
        p = random.integers(rank, n_out)
        self.steps = []
        for _ in range(STEPS):
            x = random.integers(n_in)
            noise = random.integers(n_out)
            hidden = (q @ x) @ p  # exact: below 2^53 in units of 2^-30
            assert np.abs(hidden).max() < 2**53
            # Exact in double as well: at most 20 bits more than f32 has.
            t = hidden * (spec['map_scale'] / 2**30) + noise * (spec['noise_scale'] / 1024)
            if spec['residual']:
                t = t + x / 1024
            negatives = random.integers(spec['negatives'], n_out) / 1024
            self.steps.append((x / 1024, t.astype(np.float32).astype(np.float64), negatives))
        assert (self.a.astype(np.float32) == self.a).all()
        assert (self.b.astype(np.float32) == self.b).all()

    def checksum(self):
        """Over the f32 bits of everything, in the order of drawing."""
        value = 0x811C9DC5
        parts = [self.a, self.b] + [part for step in self.steps for part in step]
        numbers = np.concatenate([part.ravel() for part in parts]).astype(np.float32)
        for bits in numbers.view(np.uint32):
            value = (value ^ int(bits)) * 16777619 & 0xFFFFFFFF
        return value


def loss_of(spec, y, t, negatives):
    kind, reduction = spec['loss'], spec['reduction']
    if kind == 'mse':
        squares = (y - t) ** 2
        return 0.5 * (squares.sum() if reduction == 'sum' else squares.mean())
    if kind == 'huber':
        return F.huber_loss(y, t, reduction=reduction, delta=1.0)
    if kind == 'cosine':
        return 1 - F.cosine_similarity(y, t, dim=0)
    candidates = torch.cat([t[None], negatives])
    similarities = F.cosine_similarity(y[None], candidates, dim=1)
    if kind == 'infonce':
        logits = similarities / spec['temperature']
        return F.cross_entropy(logits[None], torch.tensor([0]))
    if kind == 'triplet':
        return F.relu(spec['margin'] + similarities[1:] - similarities[0]).mean()
    raise ValueError(kind)


def optimizer_of(spec, a, b):
    groups = [{'params': [a]}, {'params': [b], 'lr': spec['rate'] * spec['ratio']}]
    common = {'lr': spec['rate'], 'weight_decay': spec['weight_decay']}
    kind = spec['optimizer']
    if kind in ('sgd', 'momentum'):
        return torch.optim.SGD(groups, momentum=spec['momentum'], **common)
    make = {'adam': torch.optim.Adam, 'adamw': torch.optim.AdamW}[kind]
    return make(groups, betas=(spec['beta1'], spec['beta2']), eps=spec['epsilon'], **common)


def run(spec, samples, dtype):
    """Final A and B, the losses before the steps of LOSSES_AT, the gradient norms."""
    a = torch.tensor(samples.a, dtype=dtype, requires_grad=True)
    b = torch.tensor(samples.b, dtype=dtype, requires_grad=True)
    optimizer = optimizer_of(spec, a, b)
    losses, norms = [], []
    for step, parts in enumerate(samples.steps, 1):
        x, t, negatives = (torch.tensor(part, dtype=dtype) for part in parts)
        y = spec['alpha'] * (b.t() @ (a @ x))
        if spec['residual']:
            y = x + y
        loss = loss_of(spec, y, t, negatives)
        optimizer.zero_grad()
        loss.backward()
        limit = spec['max_norm'] or float('inf')
        norm = torch.nn.utils.clip_grad_norm_([a, b], limit) if spec['max_norm'] else None
        if norm is None:
            norm = (a.grad.double().square().sum() + b.grad.double().square().sum()).sqrt()
        norms.append(float(norm))
        optimizer.step()
        if step in LOSSES_AT:
            losses.append(float(loss))
    return a.detach().double().numpy(), b.detach().double().numpy(), losses, norms


def relative(value, reference):
    return np.linalg.norm(value - reference) / np.linalg.norm(reference)


# rate: per shape. A step of sgd removes up to rate alpha^2 (|B|^2 |x|^2 + |h|^2) of an error.
SGD_RATE = {
    '16x16r2': 1 / 16,
    '31x31r3': 1 / 16,
    '24x40r4': 1 / 64,
    '64x64r8': 1 / 64,
    '256x256r2': 1 / 256,
}
# The curvature of a loss of directions is about 1 / |y|^2, so its rate is about |y|^2 of the above.
DIRECTION_RATE = {'16x16r2': 2, '31x31r3': 8, '24x40r4': 1, '64x64r8': 16, '256x256r2': 16}
ADAM_RATE = 1 / 128
# About the median norm of the gradients, so that some are clipped and some are not.
CLIP = {'16x16r2': 1.0, '31x31r3': 2.0, '24x40r4': 6.0, '64x64r8': 12.0, '256x256r2': 100.0}


def spec_of(shape, seed, optimizer, options=(), **changes):
    names = ('in', 'out', 'rank', 'alpha', 'residual', 'a_scale', 'b_scale', 'map_scale', 'stride')
    spec = dict(NEUTRAL, **dict(zip(names, SHAPES[shape])), seed=seed, optimizer=optimizer)
    spec['noise_scale'] = 1 / 4
    if optimizer in ('sgd', 'momentum'):
        spec['rate'] = SGD_RATE[shape]
        if optimizer == 'momentum':
            spec.update(momentum=0.9, rate=spec['rate'] / 8)
    else:
        spec.update(beta1=0.9, beta2=0.999, epsilon=1e-8, rate=ADAM_RATE)
        if optimizer == 'adamw':
            spec['weight_decay'] = 1 / 128  # torch's default is 0.01; with 0 adamw would be adam
    if 'clip' in options:
        spec['max_norm'] = CLIP[shape]
    if 'decay' in options:
        spec['weight_decay'] = 0.125 if optimizer == 'adamw' else 1 / 64
    if 'plus' in options:
        spec.update(ratio=4.0, rate=spec['rate'] / 2)
    for key, value in changes.items():
        assert key in NEUTRAL, key
        spec[key] = value
    return spec


OPTIMIZERS = ('sgd', 'momentum', 'adam', 'adamw')
OPTIONS = {
    'plain': (),
    'clip': ('clip',),
    'decay': ('decay',),
    'plus': ('plus',),
    'all': ('clip', 'decay', 'plus'),
}
LOSSES = {
    'mse-mean': {'loss': 'mse', 'reduction': 'mean'},
    'cosine': {'loss': 'cosine'},
    'huber': {'loss': 'huber', 'noise_scale': 2.0},
    'huber-mean': {'loss': 'huber', 'reduction': 'mean', 'noise_scale': 2.0},
    'infonce': {'loss': 'infonce', 'temperature': 1 / 4, 'negatives': 5, 'noise_scale': 1.0},
    'triplet': {'loss': 'triplet', 'margin': 1.0, 'negatives': 3, 'noise_scale': 1.0},
}
SMALL = ('16x16r2', '31x31r3')


def cases():
    for optimizer in OPTIMIZERS:
        for name, options in OPTIONS.items():
            for shape in SHAPES:
                if optimizer == 'adamw' and name in ('clip', 'plus') and shape != '16x16r2':
                    continue
                seeds = (1, 2) if name in ('plain', 'all') and shape in SMALL else (1,)
                for seed in seeds:
                    spec = spec_of(shape, seed, optimizer, options)
                    yield f'{optimizer}.{name}.mse.{shape}.s{seed}', spec
    # B starts at 0, as an adapter's does: at the first step the gradient of A is exactly 0.
    for optimizer in OPTIMIZERS:
        for shape in ('16x16r2', '24x40r4'):
            spec = spec_of(shape, 3, optimizer, b_scale=0.0)
            yield f'{optimizer}.zero.mse.{shape}.s3', spec
    # Gradients so short that the 1e-6 in torch's clipping can be told from rounding.
    for optimizer in ('sgd', 'momentum'):
        for seed in (4, 5):
            spec = spec_of('16x16r2', seed, optimizer, loss='cosine', max_norm=1 / 32)
            spec['rate'] *= 16
            yield f'{optimizer}.clip.cosine.16x16r2.s{seed}', spec
    for name, changes in LOSSES.items():
        for optimizer in ('sgd', 'adam'):
            for shape in ('31x31r3', '24x40r4') if name.endswith('-mean') else SHAPES:
                seeds = (4, 5, 6) if shape == '16x16r2' else (4, 5) if shape in SMALL else (4,)
                for seed in seeds:
                    spec = spec_of(shape, seed, optimizer, **changes)
                    if optimizer == 'sgd':
                        if spec['loss'] not in ('mse', 'huber'):
                            spec['rate'] *= DIRECTION_RATE[shape]
                        if spec['reduction'] == 'mean':
                            spec['rate'] *= 32
                    yield f'{optimizer}.plain.{name}.{shape}.s{seed}', spec


def short(value):
    """As few digits as give the same double."""
    return repr(value) if not float(value).is_integer() else str(int(value))


def write(name, spec, checksum, a, b, losses, errors):
    print(f'case {name}')
    for key, value in spec.items():
        if value == NEUTRAL[key]:
            continue
        print(key, value if isinstance(value, str) else short(value))
    print('inputs', f'{checksum:08x}')
    for key, values in (('a', a), ('b', b), ('losses', losses)):
        print(key, len(values), *(f'{value:.13g}' for value in values))
    print('torch32', *(f'{error:.4g}' for error in errors))
    print('end')


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('--report', action='store_true')
    arguments.add_argument('--only', default='')
    arguments = arguments.parse_args()
    torch.set_num_threads(1)
    print('microlora-golden 1')
    print('torch', torch.__version__)
    print('steps', STEPS)
    print('losses_at', len(LOSSES_AT), *LOSSES_AT)
    for name, spec in cases():
        if arguments.only not in name:
            continue
        samples = Samples(spec)
        stride = spec['stride']
        a, b, losses, norms = run(spec, samples, torch.float64)
        a32, b32, losses32, _ = run(spec, samples, torch.float32)
        a, b, a32, b32 = (weights.ravel()[::stride] for weights in (a, b, a32, b32))
        errors = (
            relative(a32, a),
            relative(b32, b),
            relative(np.array(losses32), np.array(losses)),
        )
        write(name, spec, samples.checksum(), a, b, losses, errors)
        if arguments.report:
            clipped = np.mean(np.array(norms) > spec['max_norm']) if spec['max_norm'] else 0
            print(
                f'{name:34}',
                *(f'{error:8.1e}' for error in errors),
                ' loss',
                *(f'{losses[LOSSES_AT.index(step)]:9.3g}' for step in (1, 10, 100, 300)),
                f' |g| {np.median(norms):7.2g} clipped {clipped:4.0%}',
                f' |A| {np.linalg.norm(a):6.2g} |B| {np.linalg.norm(b):6.2g}',
                file=sys.stderr,
            )


if __name__ == '__main__':
    main()
