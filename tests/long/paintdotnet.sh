#!/usr/bin/env bash
# The Paint.NET plug-in's long tests: a layer of 100 megapixels, 500 storms of tokens whose p99 is held against 200 ms, 1,000 storms with kills of the real engine,
# and what a user waits for at 12 megapixels.
# GENREFOCUS_STORMS: another number of storms.
# Build first: dotnet build -c Release tests/GenRefocus.PaintDotNet.Tests. Give a class to run only that: tests/long/paintdotnet.sh KillStormTests
set -euo pipefail
cd "$(dirname "$0")/../.."
export GENREFOCUS_LONG_TESTS=1
for class in "${@:-RenderTests FailureTests StormTests PluginTimings KillStormTests}"; do
  for name in $class; do
    tests/GenRefocus.PaintDotNet.Tests/bin/Release/net10.0/GenRefocus.PaintDotNet.Tests --progress off --output Detailed --filter-class "*.$name"
  done
done
