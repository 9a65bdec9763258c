"""Golden values for the off-policy estimators, from Open Bandit Pipeline (pip install obp==0.4.1, Apache-2.0).

    python test/golden/offPolicy.py > test/golden/offPolicy.json

obp imports PyTorch for estimators that are not used here; where PyTorch is not installed a stand-in takes its place.
Written with obp 0.4.1, numpy 1.26.4.
"""
import json
import sys
import types

try:
    import torch  # noqa: F401
except ModuleNotFoundError:

    class StandIn(types.ModuleType):
        def __getattr__(self, name):
            if name.startswith("__"):
                raise AttributeError(name)
            return type(name, (), {})

    for name in ["torch", "torch.nn", "torch.nn.functional", "torch.optim", "torch.utils", "torch.utils.data"]:
        sys.modules[name] = StandIn(name)
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], child, sys.modules[name])

import numpy as np
from obp.ope import (
    DirectMethod,
    DoublyRobust,
    InverseProbabilityWeighting,
    SelfNormalizedDoublyRobust,
    SelfNormalizedInverseProbabilityWeighting,
)

ROWS, ARMS = 40, 3
rng = np.random.default_rng(7)
pscore = rng.dirichlet(np.ones(ARMS) * 3, ROWS)
action = np.array([rng.choice(ARMS, p=p) for p in pscore])
policy = rng.dirichlet(np.ones(ARMS), ROWS)
model = rng.uniform(-0.5, 1, (ROWS, ARMS))
reward = rng.uniform(-0.5, 1, ROWS)
given = np.round(pscore[np.arange(ROWS), action], 6)
policy, model, reward = np.round(policy, 6), np.round(model, 6), np.round(reward, 6)
common = dict(action=action, position=np.zeros(ROWS, dtype=int), action_dist=policy[:, :, None])
weighted = dict(reward=reward, pscore=given, **common)
regressed = dict(estimated_rewards_by_reg_model=model[:, :, None])
values = {
    "dm": DirectMethod().estimate_policy_value(**common, **regressed),
    "ips": InverseProbabilityWeighting().estimate_policy_value(**weighted),
    "snips": SelfNormalizedInverseProbabilityWeighting().estimate_policy_value(**weighted),
    "dr": DoublyRobust().estimate_policy_value(**weighted, **regressed),
    "sndr": SelfNormalizedDoublyRobust().estimate_policy_value(**weighted, **regressed),
}
print(
    json.dumps(
        {
            "source": "obp 0.4.1",
            "action": action.tolist(),
            "propensity": given.tolist(),
            "policy": policy.tolist(),
            "model": model.tolist(),
            "reward": reward.tolist(),
            "values": {name: float(value) for name, value in values.items()},
        },
        indent=1,
    )
)
