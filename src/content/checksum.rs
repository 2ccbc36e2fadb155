//! SHA-256 (FIPS 180-4) of a file, as `sha256sum` prints it. Written out here, since it is all the
//! cryptography there is.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The checksum of a file in lower-case hexadecimals. The file is read piece by piece, however
/// large it is.
pub fn sha256_of_file(path: &Path) -> io::Result<String> {
    sha256(File::open(path)?)
}

fn sha256(mut input: impl Read) -> io::Result<String> {
    let mut state: [u32; 8] = [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
        0x5be0cd19,
    ];
    let mut length: u64 = 0;
    let mut piece = Vec::with_capacity(PIECE);
    loop {
        piece.clear();
        input.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
        length = length.wrapping_add(piece.len() as u64);
        let is_last = piece.len() < PIECE;
        if is_last {
            // A one, zeros to the end of a block, and the length in bits.
            piece.push(0x80);
            while piece.len() % BLOCK != BLOCK - 8 {
                piece.push(0);
            }
            piece.extend(length.wrapping_mul(8).to_be_bytes());
        }
        piece.chunks_exact(BLOCK).for_each(|block| digest(&mut state, block));
        if is_last {
            return Ok(state.iter().map(|word| format!("{word:08x}")).collect());
        }
    }
}

/// In bytes.
const BLOCK: usize = 64;
/// How much is read at once: whole blocks.
const PIECE: usize = 1024 * BLOCK;

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
const ROUNDS: [u32; 64] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];

fn digest(state: &mut [u32; 8], block: &[u8]) {
    let mut words = [0u32; 64];
    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
        *word = bytes.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
    }
    for at in 16..64 {
        let (near, far) = (words[at - 15], words[at - 2]);
        let small = near.rotate_right(7) ^ near.rotate_right(18) ^ near >> 3;
        let large = far.rotate_right(17) ^ far.rotate_right(19) ^ far >> 10;
        words[at] =
            words[at - 16].wrapping_add(small).wrapping_add(words[at - 7]).wrapping_add(large);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (round, word) in ROUNDS.iter().zip(words) {
        let choice = e & f ^ !e & g;
        let first = h
            .wrapping_add(e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25))
            .wrapping_add(choice)
            .wrapping_add(*round)
            .wrapping_add(word);
        let majority = a & b ^ a & c ^ b & c;
        let second =
            (a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22)).wrapping_add(majority);
        (h, g, f, e, d, c, b, a) =
            (g, f, e, d.wrapping_add(first), c, b, a, first.wrapping_add(second));
    }
    for (word, added) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *word = word.wrapping_add(added);
    }
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
    }
}
