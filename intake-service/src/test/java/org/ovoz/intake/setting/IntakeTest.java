package org.ovoz.intake.setting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running intake. It is started once for all of them, so each test brings reporters of its own. */
@QuarkusTest
@QuarkusTestResource(IntakeSetting.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface IntakeTest {}
