# `make` lists what there is. Everything runs on any JDK from 21 on; the one to use is looked for, JAVA_HOME first.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run demo chaos stop sign test check format ready

export JAVA_HOME := $(shell deploy/local/bin/java-home 2>/dev/null)
MVN := mvn -B -ntp
ARGS ?=

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | awk -F'\t' '{printf "  make %-8s %s\n", $$1, $$2}'

run: ready ## build what is missing and start everything on this machine; Ctrl-C stops it (ARGS="--ports=auto --figures FILE")
	@deploy/local/bin/build
	@exec deploy/local/bin/launcher run $(ARGS)

demo: ready ## play one report's way, from a text to its answer, against what `make run` started
	@deploy/local/bin/build
	@exec "$$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "deploy/local/journeys/target/classes:$$(cat deploy/local/journeys/target/journeys.classpath)" org.ovoz.local.journeys.Demo

chaos: ready ## ten minutes of texts with every fault under them, on a stack of its own, then the judgement (ARGS="--seed N --minutes N --rate N --figures FILE")
	@deploy/local/bin/build
	@exec "$$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dslf4j.internal.verbosity=ERROR -cp "deploy/local/journeys/target/classes:$$(cat deploy/local/journeys/target/journeys.classpath)" org.ovoz.local.journeys.chaos.Chaos $(ARGS)

stop: ready ## stop what `make run` started, or what a killed one left
	@deploy/local/bin/build launcher
	@exec deploy/local/bin/launcher stop

sign: ready ## make the line's administration key, sign team and line records (ARGS="new-line-key FILE" and others)
	@deploy/local/bin/build launcher
	@exec deploy/local/bin/launcher sign $(ARGS)

test: ready ## everything that a change has to pass, browser tests included
	@deploy/local/bin/chromium
	@$(MVN) -T 3 verify

check: ready ## formatter, compiler, Error Prone, NullAway and the architecture's rules, without the slow tests
	@$(MVN) -q test-compile
	@$(MVN) -q surefire:test -Dtest='*Architecture*Test' -Dsurefire.failIfNoSpecifiedTests=false

format: ready ## format the Java sources
	@$(MVN) -q spotless:apply

ready:
	@deploy/local/bin/prerequisites
