package org.ovoz.contracts.order;

import java.util.List;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/**
 * What intake answers to who asks for an attachment: as many of its chunks, from the one that was asked for on, as fit into one answer. How
 * many there are says its head, which the fetch brought.
 *
 * @param from index of the first one here
 */
public record AttachmentResult(ReportId reportId, ItemId item, int from, List<String> chunks) {

    public AttachmentResult {
        chunks = List.copyOf(chunks);
    }
}
