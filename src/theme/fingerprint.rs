//! Names that hold a hash of the content: a changed file has another address, so an old copy is
//! never shown.

use crate::language::fingerprint::fnv_1a;

/// `style.css` with its content becomes `style.0123456789abcdef.css`.
pub fn name(name: &str, bytes: &[u8]) -> String {
    let hash = fnv_1a(bytes);
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash:016x}.{ending}"),
        None => format!("{name}.{hash:016x}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_stands_before_the_ending() {
        assert_eq!(name("style.css", b"a"), "style.af63dc4c8601ec8c.css");
    }
}
