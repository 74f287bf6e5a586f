package org.ovoz.transport.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads so many bytes and so long, and no more: what says that it is small may be large, and what drips never ends. */
final class BoundedBody {

    private static final int AT_ONCE = 16 * 1024;

    private BoundedBody() {}

    /** Leaves the rest unread, so that the connection is closed instead of used again. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("more than is taken");
        }
    }

    /**
     * @param deadline by {@code System.nanoTime()}
     * @throws TooLargeException for more than that
     * @throws InterruptedIOException after the deadline
     */
    static byte[] read(@Nullable HttpEntity entity, int largest, long deadline) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > largest) {
            throw new TooLargeException();
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream(AT_ONCE);
        byte[] buffer = new byte[AT_ONCE];
        InputStream in = entity.getContent();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            read.write(buffer, 0, n);
            if (read.size() > largest) {
                throw new TooLargeException();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new InterruptedIOException("too slow");
            }
        }
        return read.toByteArray();
    }
}
