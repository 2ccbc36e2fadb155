//! Pages stay small however large the portal: lists over many places are split by province.

use std::fmt::Write as _;

use crate::sites::Site;

/// How many communes the province of the test has, each with one target of the same indicator.
const COMMUNES: usize = 70;
/// No page but a plan's text may be larger, in bytes.
const LARGEST: usize = 100_000;

/// The small site with [`COMMUNES`] communes more.
fn many_communes() -> Site {
    let mut changes = String::new();
    for number in 0..COMMUNES {
        let folder = format!("provinces/tinh-mau/communes/xa-{number:02}");
        let name = format!("{{vi: Xã {number:02}, en: Commune {number:02}}}");
        write!(
            changes,
            "-- {folder}/place.yaml --\nname: {name}\nfull_name: {name}\nkind: commune\n"
        )
        .expect("written");
        let plan = format!("{folder}/plans/1-2026");
        write!(
            changes,
            "-- {plan}/plan.yaml --\ntype: {{vi: Kế hoạch, en: Plan}}\ntitle: {{vi: Kế hoạch \
             đến năm 2030, en: Plan to 2030}}\nissuer: {{vi: Ủy ban nhân dân xã, en: People's \
             Committee}}\ndate: 2026-01-15\nstatus: signed\ntext: edition\n-- {plan}/plan.vi.md \
             --\n## I. MỤC TIÊU ĐẾN NĂM 2030\n\nTỷ lệ trẻ nhà trẻ đến trường đạt {value}%.\n-- \
             {plan}/plan.en.md --\n## I. TARGETS FOR 2030\n\nThe nursery rate shall reach \
             {value}%.\n-- {plan}/targets.yaml --\ntargets:\n  - indicator: {INDICATOR}\n    \
             period: 2030\n    goal: {value}\n    clause: i-p1\n\x20   quote: {{vi: \"Tỷ lệ trẻ \
             nhà trẻ đến trường đạt {value}%\", en: \"The nursery rate shall reach \
             {value}%\"}}\n",
            value = 20 + number
        )
        .expect("written");
    }
    write!(
        changes,
        "-- indicators/nursery.yaml --\ntopic: {{vi: Mầm non, en: Preschool}}\nindicators:\n  - \
         id: {INDICATOR}\n    name: {{vi: Tỷ lệ trẻ nhà trẻ, en: Nursery rate}}\n\x20   \
         definition: {{vi: Trẻ nhà trẻ đến trường., en: Nursery children at school.}}\n    \
         unit: percent\n    direction: up\n"
    )
    .expect("written");
    Site::with(&changes)
}

const INDICATOR: &str = "nursery-rate";

#[test]
fn communes_too_many_for_one_page_stand_on_a_page_for_their_province() {
    let site = many_communes();
    assert!(minhbach::build(&site.options(), &|_, _| {}).is_ok(), "the site is built");
    let built = site.built();
    let text = |path: &str| {
        let (_, bytes) = built
            .iter()
            .find(|(known, _)| known == path)
            .unwrap_or_else(|| panic!("{path} is in the site"));
        std::str::from_utf8(bytes).expect("text")
    };

    let all = text("en/indicators/nursery-rate.html");
    assert!(
        all.contains("href=\"nursery-rate/tinh-mau.html\""),
        "the indicator leads to the province's page"
    );
    assert!(!all.contains("Commune 07"), "and leaves the communes to it");

    let province = text("en/indicators/nursery-rate/tinh-mau.html");
    for number in 0..COMMUNES {
        let way = format!("../../places/tinh-mau/xa-{number:02}/indicators/nursery-rate.html");
        assert!(province.contains(&way), "the province's page leads to commune {number}");
    }
    let drawings: Vec<usize> = province
        .split("<svg")
        .map(|drawing| drawing.matches("class=\"row").count())
        .filter(|&rows| rows > 0)
        .collect();
    assert_eq!(drawings, [40, 40], "neither drawing of the chart has more bars than one can read");
    assert!(
        province.contains("30 more figures are not drawn here"),
        "and says how many are left out"
    );
    assert!(
        text("vi/chi-tieu/nursery-rate/tinh-mau.html").contains("Còn 30 mức khác không vẽ ở đây")
    );

    let commune = text("en/places/tinh-mau/xa-30/indicators/nursery-rate.html");
    assert!(
        commune.contains("href=\"../../../../indicators/nursery-rate/tinh-mau.html\""),
        "a commune leads back to its province's page"
    );
    let neighbours = (0..COMMUNES)
        .filter(|number| commune.contains(&format!("../../xa-{number:02}/indicators/")))
        .collect::<Vec<_>>();
    assert_eq!(
        neighbours,
        [24, 25, 26, 27, 28, 29, 31, 32, 33, 34, 35, 36],
        "and to the twelve communes around it by name"
    );

    for (path, bytes) in &built {
        let is_page =
            path.ends_with(".html") && !path.contains("/plans/") && !path.contains("/ke-hoach/");
        assert!(!is_page || bytes.len() < LARGEST, "{path} has {} bytes", bytes.len());
    }
}

#[test]
fn a_small_portal_keeps_an_indicator_on_one_page() {
    let site = Site::with("");
    assert!(minhbach::build(&site.options(), &|_, _| {}).is_ok(), "the site is built");
    let split: Vec<String> = site
        .built()
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| path.starts_with("en/indicators/") && path.matches('/').count() > 2)
        .collect();
    assert!(split.is_empty(), "{split:?}");
}
