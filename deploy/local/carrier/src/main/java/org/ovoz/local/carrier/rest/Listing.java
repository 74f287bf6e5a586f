package org.ovoz.local.carrier.rest;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page of a list, with the documented paging fields. The page token names the last item of the page before. */
public final class Listing {
    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 1000;

    private Listing() {}

    /**
     * Answers with the page that the query asks for.
     *
     * @param name the field that holds the items
     * @param all every item that matches, newest first
     */
    public static <T> void answer(
            RoutingContext context, String name, List<T> all, Function<T, String> sid, Function<T, JsonObject> json) {
        MultiMap query = context.queryParams();
        int size = Math.clamp(number(query.get("PageSize"), DEFAULT_SIZE), 1, LARGEST_SIZE);
        int page = Math.max(0, number(query.get("Page"), 0));
        int start = start(all, sid, query.get("PageToken"), page * size);
        List<T> items = all.stream().skip(start).limit(size).toList();
        String next = start + items.size() < all.size() && !items.isEmpty()
                ? uri(context, page + 1, size, "PA" + sid.apply(items.getLast()))
                : null;
        Answers.json(
                context,
                200,
                new JsonObject()
                        .put(name, new JsonArray(items.stream().map(json).toList()))
                        .put("page", page)
                        .put("page_size", size)
                        .put("start", start)
                        .put("end", start + Math.max(0, items.size() - 1))
                        .put("uri", uri(context, page, size, query.get("PageToken")))
                        .put("first_page_uri", uri(context, 0, size, null))
                        .put("next_page_uri", next)
                        .put("previous_page_uri", page == 0 ? null : uri(context, page - 1, size, null)));
    }

    private static <T> int start(List<T> all, Function<T, String> sid, @Nullable String token, int fallback) {
        if (token != null) {
            for (int i = 0; i < all.size(); i++) {
                if (token.equals("PA" + sid.apply(all.get(i)))) {
                    return i + 1;
                }
            }
        }
        return Math.min(fallback, all.size());
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    private static String uri(RoutingContext context, int page, int size, @Nullable String token) {
        String filters = context.queryParams().entries().stream()
                .filter(entry -> !entry.getKey().startsWith("Page"))
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()) + "&")
                .collect(Collectors.joining());
        String base = context.request().path() + "?" + filters + "PageSize=" + size + "&Page=" + page;
        return token == null ? base : base + "&PageToken=" + token;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
