package org.ovoz.local.journeys.seizure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.local.journeys.running.WriteAheadLog;

/** A shred key whose row is gone, out of the log of its cluster: there its bytes stand right behind its id's. */
final class DeletedShredKey {
    private static final int ID_BYTES = 16;
    private static final int KEY_BYTES = 32;

    /** How PostgreSQL begins a value of 32 bytes. */
    private static final byte LENGTH = (byte) (((KEY_BYTES + 1) << 1) | 1);

    private DeletedShredKey() {}

    /** @param disk the shred keys' cluster */
    static Optional<byte[]> find(UUID id, Path disk) throws IOException {
        byte[] beginning = ByteBuffer.allocate(ID_BYTES + 1)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(LENGTH)
                .array();
        for (Path segment : WriteAheadLog.segments(disk)) {
            byte[] records = WriteAheadLog.records(segment);
            for (int at = 0; at + beginning.length + KEY_BYTES <= records.length; at++) {
                int end = at + beginning.length;
                if (records[at] == beginning[0] && Arrays.equals(records, at, end, beginning, 0, beginning.length)) {
                    return Optional.of(Arrays.copyOfRange(records, end, end + KEY_BYTES));
                }
            }
        }
        return Optional.empty();
    }
}
