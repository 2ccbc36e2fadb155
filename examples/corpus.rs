//! Makes a large, deterministic, wholly synthetic content folder to measure builds with:
//! `cargo run --release --example corpus -- FOLDER --pages 10000`
//!
//! Every place has one plan of [`TARGETS`] targets in both languages, each proven in its clause, so
//! a corpus of N pages exercises loading, proving, charts and rendering alike. The same arguments
//! give the same bytes.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use serde::Serialize;

/// Targets of one plan, and indicators of the catalogue.
const TARGETS: usize = 24;
/// Communes of one province.
const COMMUNES: usize = 100;

#[derive(Parser)]
struct Arguments {
    /// The folder to make; it must not exist.
    folder: PathBuf,
    /// About how many pages the portal shall have.
    #[arg(long, default_value_t = 10_000)]
    pages: usize,
    /// Texts of many different words, as real plans have, to measure the search with.
    #[arg(long)]
    varied: bool,
}

#[derive(Serialize)]
struct Words {
    vi: String,
    en: String,
}

fn words(vi: impl Into<String>, en: impl Into<String>) -> Words {
    Words { vi: vi.into(), en: en.into() }
}

#[derive(Serialize)]
struct Indicator {
    id: String,
    name: Words,
    definition: Words,
    unit: &'static str,
    direction: &'static str,
}

#[derive(Serialize)]
struct Target {
    indicator: String,
    period: String,
    goal: String,
    clause: String,
    quote: Words,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    fs::create_dir(&arguments.folder)?;
    write_portal(&arguments.folder)?;
    // In each language a place has its own page, its plan's, and one for each target.
    let places = (arguments.pages / (2 * (TARGETS + 2))).max(1);
    write_country(&arguments.folder, places.div_ceil(COMMUNES + 1))?;
    let mut numbers = Numbers(20_251_122);
    for place in 0..places {
        let (province, commune) = (place / (COMMUNES + 1), place % (COMMUNES + 1));
        let mut folder = arguments.folder.join(format!("provinces/tinh-{province:02}"));
        let (vi, en, kind) = if commune == 0 {
            (
                format!("Tỉnh mẫu {province:02}"),
                format!("Sample Province {province:02}"),
                "province",
            )
        } else {
            folder = folder.join(format!("communes/xa-{commune:03}"));
            (format!("Xã mẫu {commune:03}"), format!("Sample Commune {commune:03}"), "commune")
        };
        write_place(&folder, &vi, &en, kind, arguments.varied, &mut numbers)?;
    }
    Ok(())
}

/// The provinces on a grid: the first as the country's lie, more of them in columns of their own.
fn write_country(folder: &Path, provinces: usize) -> Result<(), Box<dyn Error>> {
    let mut tiles = String::from("date: 2025-07-01\ntiles:\n");
    for province in 0..provinces.max(CELLS.len()) {
        let (column, row) = CELLS.get(province).copied().unwrap_or_else(|| {
            let beyond = province - CELLS.len();
            (7 + beyond / 15, 1 + beyond % 15)
        });
        let name = format!(
            "name: {{vi: Tỉnh mẫu {province:02}, en: Sample Province {province:02}}}, label: \
             {{vi: Mẫu {province:02}, en: Sample {province:02}}}"
        );
        writeln!(
            tiles,
            "  - {{province: tinh-{province:02}, column: {column}, row: {row}, {name}}}"
        )?;
    }
    tiles.push_str("archipelagos:\n");
    writeln!(
        tiles,
        "  - {{province: tinh-20, column: 6, row: 9, name: {{vi: Hoàng Sa, en: Hoang Sa}}}}"
    )?;
    writeln!(
        tiles,
        "  - {{province: tinh-27, column: 6, row: 14, name: {{vi: Trường Sa, en: Truong Sa}}}}"
    )?;
    write(folder, "country.yaml", &tiles)
}

/// Column and row of the country's provinces, from north to south.
const CELLS: [(usize, usize); 34] = [
    (1, 1),
    (2, 1),
    (3, 1),
    (4, 1),
    (1, 2),
    (2, 2),
    (3, 2),
    (4, 2),
    (5, 2),
    (3, 3),
    (4, 3),
    (5, 3),
    (3, 4),
    (4, 4),
    (5, 4),
    (3, 5),
    (3, 6),
    (3, 7),
    (4, 8),
    (5, 8),
    (5, 9),
    (5, 10),
    (5, 11),
    (5, 12),
    (2, 13),
    (3, 13),
    (4, 13),
    (5, 13),
    (1, 14),
    (2, 14),
    (3, 14),
    (1, 15),
    (2, 15),
    (3, 15),
];

fn write_portal(folder: &Path) -> Result<(), Box<dyn Error>> {
    let portal = BTreeMap::from([
        ("title", words("Cổng mẫu", "Sample portal")),
        (
            "description",
            words("Dữ liệu tổng hợp để đo tốc độ.", "Synthetic data to measure speed with."),
        ),
        ("publisher", words("Không ai", "Nobody")),
    ]);
    write(
        folder,
        "portal.yaml",
        &format!("{}as_of: 2026-11-22\n", serde_yaml::to_string(&portal)?),
    )?;
    write(folder, "dimensions.yaml", "dimensions: []\n")?;
    write(folder, "units.yaml", "units: []\n")?;
    let indicators: Vec<Indicator> = (0..TARGETS)
        .map(|number| Indicator {
            id: format!("indicator-{number:02}"),
            name: words(format!("Tỷ lệ mẫu {number:02}"), format!("Sample rate {number:02}")),
            definition: words("Một tỷ lệ không đo gì cả.", "A rate that measures nothing."),
            unit: "percent",
            direction: "up",
        })
        .collect();
    let topic =
        serde_yaml::to_string(&BTreeMap::from([("topic", words("Chủ đề mẫu", "Sample topic"))]))?;
    let list = serde_yaml::to_string(&BTreeMap::from([("indicators", indicators)]))?;
    write(&folder.join("indicators"), "sample.yaml", &format!("{topic}{list}"))
}

fn write_place(
    folder: &Path,
    vi: &str,
    en: &str,
    kind: &str,
    varied: bool,
    numbers: &mut Numbers,
) -> Result<(), Box<dyn Error>> {
    let names = serde_yaml::to_string(&BTreeMap::from([
        ("name", words(vi, en)),
        ("full_name", words(vi, en)),
    ]))?;
    write(folder, "place.yaml", &format!("{names}kind: {kind}\n"))?;
    let plan = folder.join("plans/ke-hoach-2025");
    let facts = serde_yaml::to_string(&BTreeMap::from([
        ("type", words("Kế hoạch", "Plan")),
        ("title", words("Kế hoạch phát triển đến năm 2030", "Development plan to 2030")),
        ("issuer", words(format!("Ủy ban nhân dân {vi}"), format!("People's Committee of {en}"))),
    ]))?;
    write(
        &plan,
        "plan.yaml",
        &format!("{facts}number: 1/KH-UBND\ndate: 2025-09-27\nstatus: signed\ntext: edition\n"),
    )?;
    let mut text = words("## I. MỤC TIÊU ĐẾN NĂM 2030\n\n", "## I. TARGETS FOR 2030\n\n");
    let mut targets = Vec::new();
    for target in 0..TARGETS {
        let (whole, tenth) = (10 + numbers.below(89), numbers.below(10));
        let (marker_vi, marker_en, sign) = [
            ("đạt", "reach", ""),
            ("đạt trên", "be over", "> "),
            ("đạt ít nhất", "be at least", ">= "),
        ][numbers.below(3)];
        let number = target + 1;
        let quote = words(
            format!("tỷ lệ mẫu {marker_vi} {whole},{tenth}%"),
            format!("sample rate shall {marker_en} {whole}.{tenth}%"),
        );
        let (heading, filler) = if varied {
            (
                words(sentence(&SYLLABLES, 6, numbers), invented(5, numbers)),
                words(paragraph(true, numbers), paragraph(false, numbers)),
            )
        } else {
            (words("Nội dung", "Content"), words(FILLER.0, FILLER.1))
        };
        writeln!(
            text.vi,
            "### {number}. {}\n\nTrong thời gian tới, {}. {}\n",
            heading.vi, quote.vi, filler.vi
        )?;
        writeln!(
            text.en,
            "### {number}. {}\n\nIn the time to come the {}. {}\n",
            heading.en, quote.en, filler.en
        )?;
        targets.push(Target {
            indicator: format!("indicator-{target:02}"),
            period: "2030".into(),
            goal: format!("{sign}{whole}.{tenth}"),
            clause: format!("i.{number}-p1"),
            quote,
        });
    }
    write(&plan, "plan.vi.md", &text.vi)?;
    write(&plan, "plan.en.md", &text.en)?;
    write(&plan, "targets.yaml", &serde_yaml::to_string(&BTreeMap::from([("targets", targets)]))?)
}

const FILLER: (&str, &str) = (
    "Các cơ quan phân công người phụ trách, theo dõi tiến độ từng quý, công khai kết quả và nêu \
     rõ khó khăn để cùng tháo gỡ. Người dân có thể góp ý trực tiếp với cơ quan chủ trì, hoặc \
     gửi ý kiến qua cổng thông tin; mọi ý kiến đều được trả lời.",
    "Each agency names who is responsible, follows progress by the quarter, publishes results \
     and says what stands in the way. Residents may speak to the lead agency or write through \
     the portal; every comment gets an answer.",
);

/// Vietnamese text is made of some thousands of syllables: onsets, rhymes and tones, of which the
/// first are the commonest.
const SYLLABLES: [&[&str]; 2] = [
    &[
        "t", "th", "đ", "c", "n", "ch", "l", "tr", "h", "b", "ng", "v", "m", "nh", "kh", "d", "s",
        "gi", "ph", "x", "r", "g", "q", "",
    ],
    &[
        "a", "ôn", "anh", "ac", "ương", "inh", "ông", "uôc", "ai", "ao", "iên", "ât", "i", "ô",
        "an", "ong", "en", "ươi", "âu", "ich", "ung", "oa", "uan", "ăm", "âp", "oc", "u", "e",
        "im", "ươc", "êt", "ay", "uyên", "ơi", "am", "ôi", "un", "iêu", "ua", "oan", "ê", "ưng",
        "ăng", "ut", "ep", "êm", "op", "uy",
    ],
];

/// A word that many texts have is drawn more often: the smallest of three draws.
fn common(bound: usize, numbers: &mut Numbers) -> usize {
    numbers.below(bound).min(numbers.below(bound)).min(numbers.below(bound))
}

fn sentence(parts: &[&[&str]; 2], length: usize, numbers: &mut Numbers) -> String {
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{323}", "\u{309}", "\u{303}"];
    let mut text = String::new();
    for _ in 0..length {
        let (onset, rhyme) =
            (parts[0][common(parts[0].len(), numbers)], parts[1][common(parts[1].len(), numbers)]);
        let tone = TONES[numbers.below(TONES.len())];
        let vowel = rhyme.find(|letter: char| "aăâeêioôơuưy".contains(letter)).unwrap_or(0);
        let end = vowel + rhyme[vowel..].chars().next().map_or(0, char::len_utf8);
        text.push_str(&format!(" {onset}{}{tone}{}", &rhyme[..end], &rhyme[end..]));
    }
    text.trim_start().to_owned()
}

/// English text is made of tens of thousands of words.
fn invented(length: usize, numbers: &mut Numbers) -> String {
    const ROOTS: [&str; 40] = [
        "act", "bord", "cent", "dist", "educ", "form", "gov", "hous", "inform", "just", "know",
        "learn", "manag", "nation", "organ", "plan", "qual", "region", "school", "teach",
        "univers", "valu", "work", "young", "account", "build", "commun", "develop", "equip",
        "fund", "grow", "health", "invest", "labor", "market", "network", "offic", "public",
        "report", "support",
    ];
    const MIDDLES: [&str; 30] = [
        "", "al", "at", "er", "ic", "iv", "or", "ar", "en", "in", "on", "ur", "is", "it", "ov",
        "am", "el", "im", "os", "um", "ad", "ib", "ot", "ul", "ap", "ec", "id", "og", "um", "yl",
    ];
    const ENDS: [&str; 16] = [
        "", "ing", "ed", "ion", "er", "s", "ment", "ly", "ity", "al", "ance", "or", "ers", "ions",
        "able", "ship",
    ];
    let mut word = || {
        format!(
            "{}{}{}",
            ROOTS[common(ROOTS.len(), numbers)],
            MIDDLES[common(MIDDLES.len(), numbers)],
            ENDS[common(ENDS.len(), numbers)]
        )
    };
    (0..length).map(|_| word()).collect::<Vec<_>>().join(" ")
}

fn paragraph(vietnamese: bool, numbers: &mut Numbers) -> String {
    let sentences = (0..3).map(|_| {
        let length = 12 + numbers.below(12);
        let text = if vietnamese {
            sentence(&SYLLABLES, length, numbers)
        } else {
            invented(length, numbers)
        };
        format!("{} {text}.", if vietnamese { "Việc" } else { "The" })
    });
    sentences.collect::<Vec<_>>().join(" ")
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    Ok(fs::write(folder.join(name), text)?)
}

/// A linear congruential generator (Knuth's MMIX constants): the same numbers on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}
