package org.ovoz.notify.cases;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;

/** A report's id in a path. What is no id is no report either. */
@Provider
public class ReportIdParameter implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type.equals(ReportId.class) ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<ReportId> {

        @Override
        public ReportId fromString(String text) {
            try {
                return ReportId.of(text);
            } catch (IllegalArgumentException malformed) {
                throw new NotFoundException();
            }
        }

        @Override
        public String toString(ReportId id) {
            return id.toString();
        }
    }
}
