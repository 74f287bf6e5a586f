package org.ovoz.notify.label;

import org.jspecify.annotations.Nullable;

/** What the holder found; without an answer, what intake told holds. */
record LabelsForm(@Nullable Boolean danger, @Nullable Boolean child) {}
