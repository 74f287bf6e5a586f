# `make` lists what there is. Everything runs on any JDK from 21 on; the one to use is looked for, JAVA_HOME first.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run demo chaos bench queue night screenshots train stop sign served test check format ready

export JAVA_HOME := $(shell deploy/local/bin/java-home 2>/dev/null)
MVN := mvn -B -ntp
ARGS ?=

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | awk -F'\t' '{printf "  make %-11s %s\n", $$1, $$2}'

run: ready ## build what is missing and start everything on this machine; Ctrl-C stops it (ARGS="--ports=auto --figures FILE")
	@deploy/local/bin/build
	@exec deploy/local/bin/launcher run $(ARGS)

demo: ready ## play one report's way, from a text to its answer, against what `make run` started
	@deploy/local/bin/build
	@exec deploy/local/bin/journey Demo

train: ready ## give the packaged services a start-up cache (JDK 25): they start in half the time from then on
	@deploy/local/bin/build
	@deploy/local/bin/train

chaos: ready ## ten minutes of texts with every fault under them, on a stack of its own, then the judgement (ARGS="--seed N --minutes N --rate N --figures FILE")
	@deploy/local/bin/build
	@deploy/local/bin/train
	@exec deploy/local/bin/journey chaos.Chaos $(ARGS)

bench: ready ## how fast it is, beside pgbench on the same server, on a stack of its own (ARGS="--figures FILE")
	@deploy/local/bin/build
	@deploy/local/bin/train
	@exec deploy/local/bin/journey bench.Bench $(ARGS)

queue: ready ## how soon a text is on a responder's screen, beside 5,000 open reports, on a stack of its own and in a real browser
	@deploy/local/bin/build
	@deploy/local/bin/train
	@deploy/local/bin/chromium
	@exec deploy/local/bin/journey bench.screen.QueueOnScreen

night: ready ## a night of 500 reports with two desks, in minutes: people who ignore, forget and act, a provider that fails, kill -9 (ARGS="-Dovoz.night.seed=N")
	@deploy/local/bin/build
	@$(MVN) -q resources:testResources compiler:testCompile failsafe:integration-test failsafe:verify -pl notify-service -Dit.test=NightIT -Dovoz.night.reports=500 -Dovoz.night.hours=8 $(ARGS)

screenshots: ready ## play the desk's journeys in a browser, and keep a picture of every page in docs/screenshots
	@deploy/local/bin/screenshots

stop: ready ## stop what `make run` started, or what a killed one left
	@deploy/local/bin/build launcher
	@exec deploy/local/bin/launcher stop

sign: ready ## make the line's administration key, sign team and line records and suspensions (ARGS="new-line-key FILE" and others)
	@deploy/local/bin/build launcher
	@exec deploy/local/bin/launcher sign $(ARGS)

served: ready ## compare a console as it is served with the published hash, or with the one built here (ARGS="https://desk.example/console/ HASH")
	@node notify-service/console/verify/served.mjs $(ARGS)

test: ready ## everything that a change has to pass, browser tests included
	@exec deploy/local/bin/test

check: ready ## formatter, compiler, Error Prone, NullAway and the architecture's rules, without the slow tests
	@$(MVN) -q test-compile
	@$(MVN) -q surefire:test -Dtest='*Architecture*Test' -Dsurefire.failIfNoSpecifiedTests=false

format: ready ## format the Java sources
	@$(MVN) -q spotless:apply

ready:
	@deploy/local/bin/prerequisites
