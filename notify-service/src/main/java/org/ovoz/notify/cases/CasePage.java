package org.ovoz.notify.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cases: open ones by what is due first, closed ones the last closed first.
 *
 * @param next asks for what follows; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CasePage(List<CaseView> cases, @Nullable String next) {}
