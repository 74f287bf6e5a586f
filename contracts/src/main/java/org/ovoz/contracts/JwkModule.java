package org.ovoz.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;

/** P-256 keys as RFC 7517 JWKs. */
final class JwkModule extends SimpleModule {

    JwkModule() {
        addSerializer(new Writer());
        addDeserializer(ECKey.class, new Reader());
    }

    private static final class Writer extends StdSerializer<ECKey> {
        Writer() {
            super(ECKey.class);
        }

        @Override
        public void serialize(ECKey key, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writePOJO(key.toJSONObject());
        }
    }

    private static final class Reader extends StdDeserializer<ECKey> {
        Reader() {
            super(ECKey.class);
        }

        @Override
        public ECKey deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Map<String, Object> members = in.readValueAs(new TypeReference<Map<String, Object>>() {});
            try {
                ECKey key = ECKey.parse(members);
                if (!Curve.P_256.equals(key.getCurve())) {
                    throw JsonMappingException.from(in, "not a P-256 key");
                }
                return key;
            } catch (ParseException e) {
                throw JsonMappingException.from(in, "not a P-256 key");
            }
        }
    }
}
