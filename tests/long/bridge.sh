#!/usr/bin/env bash
# The bridge's long tests: 1,000,000 fuzzed frames, 200 kills of the engine, an hour of two clients at work, and what the bridge costs at 12 megapixels.
# GENREFOCUS_ENGINE_FOLDER: a published engine in place of the built one. GENREFOCUS_LOAD_MINUTES: another length of the load than 60.
# Build first: dotnet build -c Release tests/GenRefocus.Server.Tests. Give a class to run only that: tests/long/bridge.sh KillTests
set -euo pipefail
cd "$(dirname "$0")/../.."
export GENREFOCUS_LONG_TESTS=1
for class in "${@:-FrameFuzzTests KillTests BridgeTimings MixedLoadTests}"; do
  for name in $class; do
    tests/GenRefocus.Server.Tests/bin/Release/net10.0/GenRefocus.Server.Tests --progress off --output Detailed --filter-class "*$name"
  done
done
