package org.ovoz.notify.directory.person;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a text on somebody's own phone pretends to be about, such as {@code Shelf list {}}: short id and priority stand where the braces
 * are. Letters of the GSM alphabet only, so that a text stays one segment.
 */
@Size(max = CoverText.LENGTH)
@Pattern(regexp = CoverText.WORDS + "\\{}" + CoverText.WORDS)
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface CoverText {

    int LENGTH = 40;
    String WORDS = "[A-Za-z0-9 .,:;!?'\"()*#%&+/=<>@$_-]*";

    String message() default "no cover text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
