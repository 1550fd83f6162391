package org.stitchery.service.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.service.telemetry.SparkplugPayload.Type;

class SparkplugPayloadTest {

    private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final String REBIRTH = "Node Control/Rebirth";

    @TempDir
    @SuppressWarnings("NullAway.Init") // filled by JUnit
    Path folder;

    @Test
    void protocReadsWhatWeWrite() throws Exception {
        byte[] payload = new SparkplugPayload(AT)
                .metric("bdSeq", null, Type.INT64, 200)
                .metric(REBIRTH, null, Type.BOOLEAN, false)
                .metric("Größe/Stitches", 300L, Type.UINT32, 4_000_000_000L)
                .metric("Since", 301L, Type.DATE_TIME, AT)
                .metric(302, Type.STRING, null)
                .metric(303, Type.UINT64, Long.MAX_VALUE)
                .seq(255)
                .toBytes();

        assertThat(protoc(payload)).isEqualTo("""
                timestamp: 1700000000123
                metrics {
                  name: "bdSeq"
                  timestamp: 1700000000123
                  datatype: 4
                  long_value: 200
                }
                metrics {
                  name: "Node Control/Rebirth"
                  timestamp: 1700000000123
                  datatype: 11
                  boolean_value: false
                }
                metrics {
                  name: "Gr\\303\\266\\303\\237e/Stitches"
                  alias: 300
                  timestamp: 1700000000123
                  datatype: 7
                  int_value: 4000000000
                }
                metrics {
                  name: "Since"
                  alias: 301
                  timestamp: 1700000000123
                  datatype: 13
                  long_value: 1700000000123
                }
                metrics {
                  alias: 302
                  timestamp: 1700000000123
                  is_null: true
                }
                metrics {
                  alias: 303
                  timestamp: 1700000000123
                  long_value: 9223372036854775807
                }
                seq: 255
                """);
    }

    // The same bytes, pinned for computers without protoc.
    @Test
    void aDeathIsWrittenByteForByte() {
        byte[] payload =
                new SparkplugPayload(AT).metric("bdSeq", null, Type.INT64, 7).toBytes();

        assertThat(HexFormat.of().formatHex(payload))
                .isEqualTo(
                        "08fbd095ffbc31" // timestamp
                                + "1212" // a metric of 18 bytes
                                + "0a056264536571" // name bdSeq
                                + "18fbd095ffbc31" // its timestamp
                                + "2004" // Int64
                                + "5807"); // 7
    }

    @Test
    void anOrderForABirthIsUnderstoodAndNothingElseIs() {
        assertThat(SparkplugPayload.orders(order(REBIRTH, true), REBIRTH)).isTrue();
        assertThat(SparkplugPayload.orders(order(REBIRTH, false), REBIRTH)).isFalse();
        assertThat(SparkplugPayload.orders(order("Node Control/Reboot", true), REBIRTH))
                .isFalse();
        assertThat(SparkplugPayload.orders(new byte[0], REBIRTH)).isFalse();
    }

    @Test
    void bytesOfAnyKindOrderNothingAndDoNoHarm() {
        byte[] order = order(REBIRTH, true);
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = Arrays.copyOf(order, random.nextInt(order.length));
            if (broken.length > 0) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            assertThat(SparkplugPayload.orders(broken, REBIRTH)).isFalse();
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            assertThat(SparkplugPayload.orders(noise, REBIRTH)).isFalse();
        }
    }

    private static byte[] order(String name, boolean value) {
        return new SparkplugPayload(AT).metric(name, null, Type.BOOLEAN, value).toBytes();
    }

    private String protoc(byte[] payload) throws Exception {
        Path bytes = folder.resolve("payload.bin");
        Path text = folder.resolve("payload.txt");
        Files.write(bytes, payload);
        try {
            Process process = new ProcessBuilder(
                            "protoc", "--proto_path=src/test/resources/telemetry", "--decode=Payload", "payload.proto")
                    .redirectInput(bytes.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(text.toFile())
                    .start();
            assertThat(process.waitFor()).as(Files.readString(text, UTF_8)).isZero();
        } catch (IOException e) {
            Assumptions.abort("No protoc on this computer: apt-get install protobuf-compiler");
        }
        return Files.readString(text, UTF_8);
    }
}
