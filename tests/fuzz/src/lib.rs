//! What the fuzz targets share: the checks, which `cargo test` runs too, and a mutator that knows
//! words. Bytes changed at random are seldom Vietnamese.

pub mod checks;
// The suite asks more of it.
#[allow(dead_code)]
#[path = "../../suite/evidence_prover.rs"]
mod evidence_prover;

use libfuzzer_sys::fuzzer_mutate;

/// Where the catalogue lies, by the name that the suite has for it.
mod evidence_portal {
    use std::path::{Path, PathBuf};

    pub fn base() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../evidence/base")
    }
}

/// Numbers, times and signs as plans write them, and a few as they should not.
const SNIPPETS: &[&str] = &[
    "85%",
    "0,5%",
    "2.5%",
    "1.000",
    "1,000",
    "35 - 40%",
    "05 (năm)",
    "(",
    ")",
    "[",
    "]",
    "|",
    "\n",
    ",",
    ".",
    ";",
    ":",
    "-",
    "–",
    "±",
    "≥",
    "<",
    "‰",
    "%",
    "/năm",
    "triệu",
    "nghìn tỷ",
    "million",
    "trường",
    "schools",
    "xã",
    "tỷ đồng",
    "điểm phần trăm",
    "năm 2030",
    "by 2030",
    "2026 - 2030",
    "quý III/2029",
    "31/12/2026",
    "tháng 12/2026",
    "hằng năm",
    "per year",
    "[^1]",
    "\u{200b}",
    "\u{a0}",
    "e\u{323}\u{302}",
    "không",
    "not",
    "zưỡng",
    "blorp",
    "- ",
    "## ",
    "|---|---|",
];

/// Random bytes one time in four; otherwise a word is put in, replaced, repeated or taken out.
pub fn mutated(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut dice = Dice(u64::from(seed) << 1 | 1);
    if dice.below(4) == 0 {
        return fuzzer_mutate(data, size, most);
    }
    let text = String::from_utf8_lossy(&data[..size]).into_owned();
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for _ in 0..=dice.below(3) {
        let at = dice.below(words.len() + 1);
        let is_word = at < words.len();
        match dice.below(5) {
            0 | 1 => words.insert(at, snippet(&mut dice)),
            2 if is_word => words[at] = snippet(&mut dice),
            3 if is_word => words.insert(dice.below(words.len()), words[at].clone()),
            4 if is_word => drop(words.remove(at)),
            _ => {}
        }
    }
    let text = words.join(" ");
    let length = text.floor_char_boundary(most.min(text.len()));
    data[..length].copy_from_slice(&text.as_bytes()[..length]);
    length
}

fn snippet(dice: &mut Dice) -> String {
    if dice.below(3) == 0 {
        return SNIPPETS[dice.below(SNIPPETS.len())].to_owned();
    }
    let lines: Vec<&str> = include_str!("../../../src/evidence/vocabulary.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let sides: Vec<&str> = lines[dice.below(lines.len())].split('\t').skip(1).collect();
    let words: Vec<&str> = sides.iter().flat_map(|side| side.split(" | ")).collect();
    words.get(dice.below(words.len().max(1))).copied().unwrap_or_default().to_owned()
}

/// xorshift (Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        for _ in 0..3 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
        }
        usize::try_from(self.0 >> 20).unwrap_or_default() % most
    }
}
