//! SHA-256 of a file, as `sha256sum` prints it.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use hmac_sha256::Hash;

/// The checksum of a file in lower-case hexadecimals. The file is read piece by piece, however
/// large it is.
pub fn sha256_of_file(path: &Path) -> io::Result<String> {
    sha256(File::open(path)?)
}

/// How much is read at once, in bytes.
const PIECE: usize = 64 * 1024;

fn sha256(mut input: impl Read) -> io::Result<String> {
    let mut hash = Hash::new();
    let mut piece = vec![0; PIECE];
    loop {
        match input.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => hash.update(&piece[..length]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(bytes: &[u8]) -> String {
        sha256(bytes).expect("bytes can be read")
    }

    /// The examples of FIPS 180-2, appendix B.
    #[test]
    fn the_examples_of_the_standard_hold() {
        assert_eq!(sum(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(sum(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let two_blocks = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        assert_eq!(
            sum(two_blocks),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        );
        assert_eq!(
            sum(&vec![b'a'; 1_000_000]),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        );
    }

    #[test]
    fn a_file_of_whole_pieces_is_summed_to_its_end() {
        let zeros = |length: usize| sum(&vec![0; length]);
        assert_eq!(
            zeros(PIECE),
            "de2f256064a0af797747c2b97505dc0b9f3df0de4f489eac731c23ae9ca9cc31"
        );
        assert_ne!(zeros(PIECE - 1), zeros(PIECE));
        assert_ne!(zeros(PIECE), zeros(PIECE + 1));
    }
}
