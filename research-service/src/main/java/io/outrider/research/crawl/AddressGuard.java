package io.outrider.research.crawl;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Refuses every address that is not plainly on the public internet (IANA special-purpose registries). Addresses that carry
 * an IPv4 address inside (mapped, NAT64, 6to4) are refused or judged by what they carry.
 */
final class AddressGuard {

    private static final List<Block> REFUSED = List.of(
            block("0.0.0.0", 8, "unspecified address"),
            block("10.0.0.0", 8, "private address"),
            block("100.64.0.0", 10, "shared address"),
            block("127.0.0.0", 8, "loopback address"),
            block("169.254.0.0", 16, "link-local address"),
            block("172.16.0.0", 12, "private address"),
            block("192.0.0.0", 24, "reserved address"),
            block("192.0.2.0", 24, "documentation address"),
            block("192.88.99.0", 24, "reserved address"),
            block("192.168.0.0", 16, "private address"),
            block("198.18.0.0", 15, "benchmark address"),
            block("198.51.100.0", 24, "documentation address"),
            block("203.0.113.0", 24, "documentation address"),
            block("224.0.0.0", 4, "multicast address"),
            block("240.0.0.0", 4, "reserved address"),
            block("::", 96, "reserved address"),
            block("64:ff9b::", 96, "NAT64 address"),
            block("64:ff9b:1::", 48, "NAT64 address"),
            block("100::", 64, "discard address"),
            block("2001::", 23, "reserved address"),
            block("2001:db8::", 32, "documentation address"),
            block("2002::", 16, "6to4 address"),
            block("3fff::", 20, "documentation address"),
            block("5f00::", 16, "reserved address"),
            block("fc00::", 7, "private address"),
            block("fe80::", 10, "link-local address"),
            block("fec0::", 10, "private address"),
            block("ff00::", 8, "multicast address"));

    private AddressGuard() {}

    /** @throws Refused where the address is not public */
    static void check(InetAddress address) throws Refused {
        var bytes = unmapped(address.getAddress());
        for (var block : REFUSED) {
            if (block.holds(bytes)) {
                throw new Refused(Refused.Kind.GUARD, block.reason());
            }
        }
        if (bytes.length == 16 && (bytes[0] & 0xe0) != 0x20) {
            throw new Refused(Refused.Kind.GUARD, "reserved address");
        }
    }

    /** ::ffff:a.b.c.d is a.b.c.d, however it came in. */
    private static byte[] unmapped(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
            return bytes;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return bytes;
            }
        }
        return Arrays.copyOfRange(bytes, 12, 16);
    }

    private static Block block(String network, int bits, String reason) {
        var address = InetAddress.ofLiteral(network);
        assert address instanceof Inet4Address || address instanceof Inet6Address;
        return new Block(address.getAddress(), bits, reason);
    }

    private record Block(byte[] network, int bits, String reason) {

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            var whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != network[i]) {
                    return false;
                }
            }
            var rest = bits % 8;
            return rest == 0 || ((address[whole] ^ network[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
        }
    }
}
