package org.stitchery.service.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.255.255.255, true",
        "10.0.0.0/8,     11.0.0.0,       false",
        "192.168.4.0/22, 192.168.7.255,  true",
        "192.168.4.0/22, 192.168.8.0,    false",
        "172.16.0.1/12,  172.31.0.9,     true",
        "127.0.0.1/32,   127.0.0.2,      false",
        "0.0.0.0/0,      8.8.8.8,        true",
        "fc00::/7,       fd12::1,        true",
        "fc00::/7,       fe80::1,        false",
        "10.0.0.0/8,     fd00::1,        false",
        "192.168.1.9,    192.168.1.9,    true"
    })
    void anAddressIsInsideOrNot(String network, String address, boolean inside) throws Exception {
        assertThat(Network.parse(network).contains(InetAddress.getByName(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/x", "", "::/129"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void portsAreNumbersAndRanges() {
        assertThat(PortRange.parse("4000-4010").contains(4010)).isTrue();
        assertThat(PortRange.parse("4000").contains(4001)).isFalse();
        assertThatThrownBy(() -> PortRange.parse("0-10")).isInstanceOf(IllegalArgumentException.class);
    }
}
