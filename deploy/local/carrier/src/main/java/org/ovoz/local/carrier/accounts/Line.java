package org.ovoz.local.carrier.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A number that an account rents, with the webhooks configured for it. URLs may carry connection overrides in their
 * fragment ({@code #rc=3&rp=5xx,ct,rt}).
 */
public record Line(
        String number,
        @Nullable String smsUrl,
        @Nullable String smsFallbackUrl,
        @Nullable String voiceUrl,
        @Nullable String statusUrl) {

    public static Line of(String number) {
        return new Line(number, null, null, null, null);
    }

    public Line withSmsUrl(@Nullable String url) {
        return new Line(number, url, smsFallbackUrl, voiceUrl, statusUrl);
    }

    public Line withSmsFallbackUrl(@Nullable String url) {
        return new Line(number, smsUrl, url, voiceUrl, statusUrl);
    }

    public Line withVoiceUrl(@Nullable String url) {
        return new Line(number, smsUrl, smsFallbackUrl, url, statusUrl);
    }

    /** Where the fate of this number's messages and calls goes when a request names no StatusCallback of its own. */
    public Line withStatusUrl(@Nullable String url) {
        return new Line(number, smsUrl, smsFallbackUrl, voiceUrl, url);
    }
}
