package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serial:/dev/ttyUSB0?baud=9600&data=8&parity=none&stop=1&flow=none",
                "serial:/dev/serial/by-id/usb-FTDI_FT232R_A6008-if00-port0?baud=38400&data=7&parity=even&stop=2&flow=rtscts",
                "serial:COM3?baud=4800&data=8&parity=odd&stop=1.5&flow=none",
                "tcp://192.0.2.7:4000?rate=960",
                "tcp://[2001:db8::7]:4000?rate=11520",
                "tcp://machine-7.hall.example:65535?rate=1",
                "rfc2217://192.0.2.7:4000?baud=9600&data=8&parity=none&stop=1&flow=none",
                "rfc2217://[2001:db8::7]:4000?baud=115200&data=7&parity=mark&stop=1.5&flow=rts-cts",
                "pipe:/usr/local/bin/machine?rate=11520",
                "pipe:/opt/a%20b/machine?arg=--port=/dev/ttyUSB0&arg=two%20words&arg=%26%25%3F+&arg=&rate=960"
            })
    void aCompleteAddressReadsBackAsItWasWritten(String text) {
        assertThat(MachineUri.parse(text)).hasToString(text);
        assertThat(MachineUri.parse(MachineUri.parse(text).toString())).isEqualTo(MachineUri.parse(text));
    }

    @Test
    void whatIsLeftOutTakesItsDefault() {
        assertThat(MachineUri.parse("serial:/dev/ttyS0"))
                .hasToString("serial:/dev/ttyS0?baud=9600&data=8&parity=none&stop=1&flow=none");
        assertThat(MachineUri.parse("TCP://host:1")).hasToString("tcp://host:1?rate=11520");
    }

    @ParameterizedTest
    @CsvSource({
        "serial:/dev/a?baud=9600, 960",
        "serial:/dev/a?baud=115200, 11520",
        "serial:/dev/a?baud=9600&parity=even, 872",
        "serial:/dev/a?baud=9600&stop=2, 872",
        "serial:/dev/a?baud=9600&data=7&parity=odd, 960",
        "tcp://h:1?rate=77, 77",
        "rfc2217://h:1?baud=9600&parity=even, 872",
        "pipe:/bin/cat?rate=77, 77"
    })
    void theRateCountsStartParityAndStopBits(String text, int bytesPerSecond) {
        assertThat(LineUri.parse(text).bytesPerSecond()).isEqualTo(bytesPerSecond);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|serial:/dev/..., tcp://host:port, folder:/...",
                "/dev/ttyUSB0|serial:/dev/..., tcp://host:port, folder:/...",
                "http://host:80|serial:/dev/..., tcp://host:port, folder:/...",
                "serial:ttyUSB0|an absolute path",
                "serial:|an absolute path",
                "serial:/dev/a?baud=fast|baud is a whole number from 50 to 4000000, found \"fast\"",
                "serial:/dev/a?baud=0|baud is a whole number",
                "serial:/dev/a?data=9|data is a whole number from 5 to 8",
                "serial:/dev/a?parity=maybe|parity is one of none, odd, even, mark, space",
                "serial:/dev/a?stop=3|stop is 1, 1.5 or 2",
                "serial:/dev/a?flow=xonxoff|flow is one of none, rtscts, rts-cts",
                "serial:/dev/a?speed=9600|No parameter \"speed\"",
                "serial:/dev/a?baud=1&baud=2|given twice",
                "serial:/dev/a?baud|Expected name=value",
                "tcp:host:1|tcp://host:port",
                "tcp://host|tcp://host:port",
                "tcp://:99|tcp://host:port",
                "tcp://host:0|from 1 to 65535",
                "tcp://host:99999|from 1 to 65535",
                "tcp://host:abc|from 1 to 65535",
                "tcp://2001:db8::7:4000|goes in brackets",
                "tcp://ho/st:1|A host is a name or an address",
                "tcp://h:1?rate=0|rate is a whole number",
                "rfc2217://host|rfc2217://host:port",
                "rfc2217://host:1?flow=xonxoff|flow is one of none, rtscts, rts-cts",
                "rfc2217://host:1?rate=960|No parameter \"rate\"",
                "pipe:|an absolute path",
                "pipe:machine|an absolute path",
                "pipe:/usr/../bin/sh|no . and ..",
                "pipe:/usr/%2e%2e/bin/sh|no . and ..",
                "pipe:/bin/cat?arg=%zz|two hex digits",
                "pipe:/bin/cat?arg=%00|a NUL",
                "pipe:/bin/cat?speed=1|No parameter \"speed\"",
                "pipe:/bin/cat?rate=0|rate is a whole number",
                "pty:/tmp/m1|connect to it with serial:/tmp/m1"
            })
    void aWrongAddressSaysWhatWasExpected(String text, String complaint) {
        assertThatThrownBy(() -> MachineUri.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void blanksAndControlCharactersAreRefusedAndNotEchoed() {
        assertThatThrownBy(() -> MachineUri.parse("serial:/dev/a\u001b[2J"))
                .hasMessageContaining("no blanks or control characters")
                .hasMessageNotContainingAny("\u001b");
    }

    @Test
    void aProgramsArgumentsAreKeptInTheirOrderAndTellMachinesApart() {
        PipeUri one = (PipeUri) MachineUri.parse("pipe:/bin/cat?arg=b&rate=7&arg=a%20c");
        assertThat(one.arguments()).containsExactly("b", "a c");
        assertThat(one.place()).isEqualTo("pipe:/bin/cat?arg=b&arg=a%20c");
        assertThat(MachineUri.parse("pipe:/bin/cat").place()).isEqualTo("pipe:/bin/cat");
    }
}
