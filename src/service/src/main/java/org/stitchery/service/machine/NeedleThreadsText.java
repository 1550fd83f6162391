package org.stitchery.service.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.model.ThreadColor;

/** What is on the needles, as a JSON array in a text column. */
@Converter
class NeedleThreadsText implements AttributeConverter<List<NeedleThread>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    /** Flat, so that the column's content does not depend on how other records are built. */
    private record Row(int needle, int rgb, String brand, String code, String name) {}

    @Override
    public String convertToDatabaseColumn(List<NeedleThread> threads) {
        List<Row> rows = new ArrayList<>();
        for (NeedleThread on : threads) {
            ThreadColor thread = on.thread();
            rows.add(new Row(on.needle(), thread.rgb(), thread.brand(), thread.code(), thread.name()));
        }
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Needle threads cannot be written: " + threads, e);
        }
    }

    @Override
    public List<NeedleThread> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, ROWS).stream()
                    .map(row -> new NeedleThread(
                            row.needle(), new ThreadColor(row.rgb(), row.brand(), row.code(), row.name())))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Needle threads in the database are no JSON: " + text, e);
        }
    }
}
