#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use minhbach_fuzz::{checks, mutated};

fuzz_target!(|input: &[u8]| {
    checks::prover(&String::from_utf8_lossy(input));
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutated(data, size, most, seed)
});
