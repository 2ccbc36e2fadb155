//! Names that hold a hash of the content: a changed file has another address, so an old copy is never shown.

/// `style.css` with its content becomes `style.0123456789abcdef.css`.
pub fn name(name: &str, bytes: &[u8]) -> String {
    let hash = fnv_1a(bytes);
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash:016x}.{ending}"),
        None => format!("{name}.{hash:016x}"),
    }
}

/// FNV-1a, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>. It tells versions of a file apart; it guards nothing.
fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(fnv_1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv_1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(name("style.css", b"a"), "style.af63dc4c8601ec8c.css");
    }
}
