//! The countries with what was found of each.

use super::{Country, Known, Pay, PayPeriod, Work, known};

const TAX: &str = "Tax Foundation, 2023";
const OECD: &str = "OECD, 2021, all jobs, part-time included";
const RULES: &str = "national rules, 2026";
const IUS: &str = "Ius Laboris, 2018";
const BLS: &str = "BLS OEWS, May 2024";
const UK: &str = "Home Office Skilled Worker going rates, 2026";
const ESDC: &str = "ESDC Job Bank, 2025";
const STEPSTONE: &str = "StepStone Gehaltsreport, 2026";
const JSA: &str = "Jobs and Skills Australia, 2025–26";

const fn tax(value: f64) -> Option<Known> {
    known(value, TAX, "A")
}
const fn hours(value: f64) -> Option<Known> {
    known(value, OECD, "A2")
}
const fn pay(
    work: Work,
    amount: f64,
    currency: &'static str,
    period: PayPeriod,
    source: &'static str,
    grade: &'static str,
) -> Pay {
    Pay { work, amount: Known { value: amount, source, grade }, currency, period, net: false }
}
const fn yearly(
    work: Work,
    amount: f64,
    currency: &'static str,
    source: &'static str,
    grade: &'static str,
) -> Pay {
    pay(work, amount, currency, PayPeriod::Year, source, grade)
}

const NOTHING: Country = Country {
    name: "",
    code: "",
    currency: "",
    zones: &[],
    region: None,
    pay: &[],
    charges: None,
    hours: None,
    leave: None,
    holidays: None,
    pay_growth: None,
    tax: None,
};

const fn country(
    name: &'static str,
    code: &'static str,
    currency: &'static str,
    zones: &'static [&'static str],
    region: Option<&'static str>,
) -> Country {
    Country { name, code, currency, zones, region, ..NOTHING }
}

const EAST: Option<&str> = Some("eastern_europe");
const WEST: Option<&str> = Some("western_europe");
const LATIN: Option<&str> = Some("latin_america");
const SOUTH_EAST: Option<&str> = Some("south_east_asia");

/// The countries of the zones offered, by name.
pub static COUNTRIES: &[Country] = &[
    country("Albania", "AL", "ALL", &["Europe/Tirane"], EAST),
    Country {
        charges: known(0.30, IUS, "C"),
        tax: tax(0.35),
        ..country("Argentina", "AR", "ARS", &["America/Argentina/Buenos_Aires"], LATIN)
    },
    country("Armenia", "AM", "AMD", &["Asia/Yerevan"], None),
    Country {
        pay: &[
            pay(Work::Developer, 2496.0, "AUD", PayPeriod::Week, JSA, "A2"),
            pay(Work::Support, 2202.0, "AUD", PayPeriod::Week, JSA, "A2"),
        ],
        tax: tax(0.30),
        ..country(
            "Australia",
            "AU",
            "AUD",
            &[
                "Australia/Perth",
                "Australia/Adelaide",
                "Australia/Darwin",
                "Australia/Brisbane",
                "Australia/Sydney",
                "Australia/Melbourne",
            ],
            None,
        )
    },
    country("Austria", "AT", "EUR", &["Europe/Vienna"], WEST),
    country("Bangladesh", "BD", "BDT", &["Asia/Dhaka"], None),
    country("Belgium", "BE", "EUR", &["Europe/Brussels"], WEST),
    country("Bolivia", "BO", "BOB", &["America/La_Paz"], LATIN),
    country("Bosnia and Herzegovina", "BA", "BAM", &["Europe/Sarajevo"], EAST),
    Country {
        charges: known(0.278, IUS, "C"),
        tax: tax(0.34),
        ..country("Brazil", "BR", "BRL", &["America/Sao_Paulo"], LATIN)
    },
    Country { tax: tax(0.10), ..country("Bulgaria", "BG", "EUR", &["Europe/Sofia"], EAST) },
    Country {
        pay: &[
            pay(Work::Developer, 48.08, "CAD", PayPeriod::Hour, ESDC, "A2"),
            pay(Work::DataEngineer, 46.15, "CAD", PayPeriod::Hour, ESDC, "A2"),
            pay(Work::DatabaseAdministrator, 40.87, "CAD", PayPeriod::Hour, ESDC, "A2"),
            pay(Work::Support, 31.47, "CAD", PayPeriod::Hour, ESDC, "A2"),
        ],
        hours: hours(1685.0),
        tax: tax(0.2621),
        ..country(
            "Canada",
            "CA",
            "CAD",
            &[
                "America/St_Johns",
                "America/Halifax",
                "America/Toronto",
                "America/Winnipeg",
                "America/Edmonton",
                "America/Vancouver",
            ],
            None,
        )
    },
    country("Chile", "CL", "CLP", &["America/Santiago"], LATIN),
    country("China", "CN", "CNY", &["Asia/Shanghai"], None),
    Country {
        charges: known(0.2502, IUS, "C"),
        hours: hours(1964.0),
        tax: tax(0.35),
        ..country("Colombia", "CO", "COP", &["America/Bogota"], LATIN)
    },
    country("Costa Rica", "CR", "CRC", &["America/Costa_Rica"], LATIN),
    country("Croatia", "HR", "EUR", &["Europe/Zagreb"], EAST),
    country("Cyprus", "CY", "EUR", &["Asia/Nicosia"], None),
    Country { tax: tax(0.19), ..country("Czechia", "CZ", "CZK", &["Europe/Prague"], EAST) },
    country("Denmark", "DK", "DKK", &["Europe/Copenhagen"], WEST),
    country("Dominican Republic", "DO", "DOP", &["America/Santo_Domingo"], LATIN),
    country("Ecuador", "EC", "USD", &["America/Guayaquil"], LATIN),
    Country { tax: tax(0.225), ..country("Egypt", "EG", "EGP", &["Africa/Cairo"], None) },
    country("Estonia", "EE", "EUR", &["Europe/Tallinn"], EAST),
    country("Ethiopia", "ET", "ETB", &["Africa/Addis_Ababa"], None),
    country("Fiji", "FJ", "FJD", &["Pacific/Fiji"], None),
    country("Finland", "FI", "EUR", &["Europe/Helsinki"], WEST),
    Country {
        hours: hours(1490.0),
        tax: tax(0.2583),
        ..country("France", "FR", "EUR", &["Europe/Paris"], WEST)
    },
    country("Georgia", "GE", "GEL", &["Asia/Tbilisi"], None),
    Country {
        pay: &[
            yearly(Work::Developer, 65_250.0, "EUR", STEPSTONE, "B"),
            yearly(Work::SystemsAdministrator, 58_000.0, "EUR", STEPSTONE, "B"),
            yearly(Work::Support, 46_750.0, "EUR", STEPSTONE, "B"),
        ],
        hours: hours(1349.0),
        tax: tax(0.2994),
        ..country("Germany", "DE", "EUR", &["Europe/Berlin"], WEST)
    },
    country("Ghana", "GH", "GHS", &["Africa/Accra"], None),
    country("Greece", "GR", "EUR", &["Europe/Athens"], None),
    country("Guatemala", "GT", "GTQ", &["America/Guatemala"], LATIN),
    country("Hong Kong", "HK", "HKD", &["Asia/Hong_Kong"], None),
    country("Hungary", "HU", "HUF", &["Europe/Budapest"], EAST),
    Country {
        pay_growth: known(0.09, "Aon, 2025–26", "B"),
        tax: tax(0.30),
        ..country("India", "IN", "INR", &["Asia/Kolkata"], Some("india"))
    },
    country("Indonesia", "ID", "IDR", &["Asia/Jakarta"], SOUTH_EAST),
    Country {
        charges: known(0.1105, RULES, "A2"),
        tax: tax(0.125),
        ..country("Ireland", "IE", "EUR", &["Europe/Dublin"], WEST)
    },
    country("Israel", "IL", "ILS", &["Asia/Jerusalem"], None),
    country("Italy", "IT", "EUR", &["Europe/Rome"], WEST),
    country("Jamaica", "JM", "JMD", &["America/Jamaica"], LATIN),
    country("Japan", "JP", "JPY", &["Asia/Tokyo"], None),
    country("Jordan", "JO", "JOD", &["Asia/Amman"], None),
    country("Kazakhstan", "KZ", "KZT", &["Asia/Almaty"], None),
    country("Kenya", "KE", "KES", &["Africa/Nairobi"], None),
    country("Latvia", "LV", "EUR", &["Europe/Riga"], EAST),
    country("Lithuania", "LT", "EUR", &["Europe/Vilnius"], EAST),
    country("Malaysia", "MY", "MYR", &["Asia/Kuala_Lumpur"], SOUTH_EAST),
    country("Malta", "MT", "EUR", &["Europe/Malta"], None),
    country("Mauritius", "MU", "MUR", &["Indian/Mauritius"], None),
    Country {
        hours: hours(2128.0),
        tax: tax(0.30),
        ..country(
            "Mexico",
            "MX",
            "MXN",
            &["America/Mexico_City", "America/Monterrey", "America/Tijuana"],
            LATIN,
        )
    },
    country("Moldova", "MD", "MDL", &["Europe/Chisinau"], EAST),
    country("Morocco", "MA", "MAD", &["Africa/Casablanca"], None),
    country("Nepal", "NP", "NPR", &["Asia/Kathmandu"], None),
    Country { tax: tax(0.258), ..country("Netherlands", "NL", "EUR", &["Europe/Amsterdam"], WEST) },
    country("New Zealand", "NZ", "NZD", &["Pacific/Auckland", "Pacific/Chatham"], None),
    country("Nigeria", "NG", "NGN", &["Africa/Lagos"], None),
    country("North Macedonia", "MK", "MKD", &["Europe/Skopje"], EAST),
    Country { charges: known(0.141, RULES, "A2"), ..country("Norway", "NO", "NOK", &["Europe/Oslo"], WEST) },
    country("Pakistan", "PK", "PKR", &["Asia/Karachi"], None),
    country("Panama", "PA", "USD", &["America/Panama"], LATIN),
    Country { charges: known(0.096, IUS, "C"), ..country("Peru", "PE", "PEN", &["America/Lima"], LATIN) },
    Country {
        pay: &[pay(
            Work::Developer,
            70_595.0,
            "PHP",
            PayPeriod::Month,
            "PSA Occupational Wages Survey, 2022",
            "A2",
        )],
        tax: tax(0.25),
        ..country("Philippines", "PH", "PHP", &["Asia/Manila"], SOUTH_EAST)
    },
    Country {
        pay: &[Pay {
            net: true,
            ..pay(
                Work::Developer,
                17_100.0,
                "PLN",
                PayPeriod::Month,
                "No Fluff Jobs, 2022: middle of advertised contracts, 14,000–20,200 net",
                "B",
            )
        }],
        charges: known(0.2048, RULES, "A2"),
        hours: hours(1830.0),
        tax: tax(0.19),
        ..country("Poland", "PL", "PLN", &["Europe/Warsaw"], EAST)
    },
    Country {
        charges: known(0.2375, RULES, "A2"),
        ..country("Portugal", "PT", "EUR", &["Europe/Lisbon"], WEST)
    },
    country("Puerto Rico", "PR", "USD", &["America/Puerto_Rico"], LATIN),
    Country { tax: tax(0.16), ..country("Romania", "RO", "RON", &["Europe/Bucharest"], EAST) },
    country("Rwanda", "RW", "RWF", &["Africa/Kigali"], None),
    country("Saudi Arabia", "SA", "SAR", &["Asia/Riyadh"], None),
    country("Serbia", "RS", "RSD", &["Europe/Belgrade"], EAST),
    country("Singapore", "SG", "SGD", &["Asia/Singapore"], None),
    country("Slovakia", "SK", "EUR", &["Europe/Bratislava"], EAST),
    country("Slovenia", "SI", "EUR", &["Europe/Ljubljana"], EAST),
    Country {
        pay: &[pay(
            Work::Developer,
            53_467.0,
            "ZAR",
            PayPeriod::Month,
            "OfferZen, 2022: seniors in Cape Town",
            "B",
        )],
        tax: tax(0.27),
        ..country("South Africa", "ZA", "ZAR", &["Africa/Johannesburg"], None)
    },
    country("South Korea", "KR", "KRW", &["Asia/Seoul"], None),
    Country { tax: tax(0.25), ..country("Spain", "ES", "EUR", &["Europe/Madrid"], WEST) },
    country("Sri Lanka", "LK", "LKR", &["Asia/Colombo"], None),
    Country {
        charges: known(0.3142, RULES, "A2"),
        ..country("Sweden", "SE", "SEK", &["Europe/Stockholm"], WEST)
    },
    country("Switzerland", "CH", "CHF", &["Europe/Zurich"], WEST),
    country("Taiwan", "TW", "TWD", &["Asia/Taipei"], None),
    country("Thailand", "TH", "THB", &["Asia/Bangkok"], SOUTH_EAST),
    country("Tunisia", "TN", "TND", &["Africa/Tunis"], None),
    country("Türkiye", "TR", "TRY", &["Europe/Istanbul"], None),
    Country {
        pay: &[Pay {
            net: true,
            ..pay(Work::Developer, 3300.0, "USD", PayPeriod::Month, "DOU survey, December 2023", "B")
        }],
        tax: tax(0.18),
        ..country("Ukraine", "UA", "UAH", &["Europe/Kyiv"], EAST)
    },
    country("United Arab Emirates", "AE", "AED", &["Asia/Dubai"], None),
    Country {
        pay: &[
            yearly(Work::Developer, 54_700.0, "GBP", UK, "A2"),
            yearly(Work::DataEngineer, 54_900.0, "GBP", UK, "A2"),
            yearly(Work::SystemsAdministrator, 35_200.0, "GBP", UK, "A2"),
            yearly(Work::DatabaseAdministrator, 34_600.0, "GBP", UK, "A2"),
            yearly(Work::Support, 33_400.0, "GBP", UK, "A2"),
        ],
        hours: hours(1497.0),
        tax: tax(0.25),
        ..country("United Kingdom", "GB", "GBP", &["Europe/London"], WEST)
    },
    Country {
        pay: &[
            yearly(Work::Developer, 133_080.0, "USD", BLS, "A2"),
            yearly(Work::Support, 60_340.0, "USD", BLS, "A2"),
            yearly(Work::SystemsAdministrator, 96_800.0, "USD", BLS, "A2"),
            yearly(Work::DatabaseAdministrator, 104_620.0, "USD", BLS, "A2"),
            yearly(
                Work::DataEngineer,
                135_980.0,
                "USD",
                "BLS OEWS, May 2024: database architects, the nearest",
                "A2",
            ),
        ],
        hours: hours(1791.0),
        leave: known(15.0, "BLS: private industry, after five years of service", "A"),
        pay_growth: known(0.035, "Mercer and WTW, 2025–26", "B"),
        tax: tax(0.2577),
        ..country(
            "United States",
            "US",
            "USD",
            &[
                "America/New_York",
                "America/Chicago",
                "America/Denver",
                "America/Phoenix",
                "America/Los_Angeles",
                "America/Anchorage",
                "Pacific/Honolulu",
            ],
            Some("united_states"),
        )
    },
    country("Uruguay", "UY", "UYU", &["America/Montevideo"], LATIN),
    country("Uzbekistan", "UZ", "UZS", &["Asia/Tashkent"], None),
    Country {
        pay: &[pay(
            Work::Developer,
            2050.0,
            "USD",
            PayPeriod::Month,
            "TopDev market report, 2024: middle of 1,100–3,000",
            "B",
        )],
        tax: tax(0.20),
        ..country("Vietnam", "VN", "VND", &["Asia/Ho_Chi_Minh"], SOUTH_EAST)
    },
];
