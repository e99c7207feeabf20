using System.Collections.Frozen;
using System.Text;

namespace Confab.Chat.Names;

/// <summary>
/// Which characters can be taken for which. A compact table of our own, drawn up by looking at the letters of the scripts that
/// share shapes with Latin; the idea is that of Unicode Technical Standard 39, the far larger data of that standard is not used.
/// Everything is written in its folded form, since that is what is looked up; each second string holds, place by place, what the
/// characters of the first look like.
/// </summary>
internal static class LookAlikes
{
    private static readonly (string Characters, string LookLike)[] Shapes =
    [
        // Latin letters outside ASCII and small capitals.
        ("ɑᴀʙᴄᴅᴇɡɢʜɩɪıȷᴊᴋʟǀᴍɴᴏᴘʀꜱᴛᴜʋᴠᴡʏᴢʒȝƨƽ",
         "aabcdegghiiijjkllmnoprstuuvwyz3325"),
        // Cyrillic.
        ("авьсԁегнһіӏјкмпорԛѕтуүѵԝѡхзӡ",
         "abbcderhhiljkmnopqstyyvwwx33"),
        // Greek and Coptic.
        ("αβεηιϳκμορτυνχζⲁⲃⲉⲏⲓⲕⲙⲛⲟⲣⲥⲧⲩⲭ",
         "abenijkuoptuvxzabehikmnopctyx"),
        // Armenian.
        ("ագզհղյլոստցքօ",
         "wqqhnjlnusgpo"),
        // Cherokee.
        ("ꭰꭱꭲꭵꭹꭺꭻꭼꮃꮇꮋꮍꮐꮒꮓꮞꮟꮢꮤꮥꮩꮪꮮꮯꮲꮶꮷᏼ",
         "drtiyajewmhyghz4brwsvslcpkdb"),
        // Lisu, whose letters are Latin capitals, and its tone dot.
        ("ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴꓸ",
         "bpdtgkjczfmnlsrvhwxyaeiou."),
        // Deseret.
        ("𐐬",
         "o"),
        // The round zeros of Indian and South-East Asian digits.
        ("०০੦૦୦௦౦೦൦๐໐၀០",
         "ooooooooooooo"),
        // Modifier letters, Katakana and Han strokes that pass for signs.
        ("ˆˋヽ丨\u1175",
         "^`\\ll"),
        // Katakana that pass for Han characters, and for Hiragana.
        ("ーニロトカエタハへ", "一二口卜力工夕八ヘ"),
        // Arabic letters that differ in name only: Farsi yeh and undotted yeh, the two kafs, the forms of heh.
        ("\u06CC\u06A9\u06C1\u06BE\u06D5", "\u0649\u0643\u0647\u0647\u0647"),
        // The digits that the two Arabic sets have in common.
        ("\u06F0\u06F1\u06F2\u06F3\u06F7\u06F8\u06F9", "\u0660\u0661\u0662\u0663\u0667\u0668\u0669"),
        // The long and the short solidus overlay.
        ("\u0337", "\u0338"),
        // And within ASCII. The capital I is an i by now, so i has to be taken for l as well.
        ("i1|0", "lllo"),
    ];

    private static readonly (string Character, string LooksLike)[] Ligatures =
    [
        ("æ", "ae"), ("ӕ", "ae"), ("œ", "oe"), ("ю", "lo"), ("ø", "o\u0338"),
        ("\u05F0", "\u05D5\u05D5"), ("\u05F1", "\u05D5\u05D9"), ("\u05F2", "\u05D9\u05D9"),
    ];

    /// <summary>
    /// Capitals that look like another letter than their small form does, which folding would hide; and the lunate sigma.
    /// </summary>
    private static readonly (string Characters, string LookLike) Capitals = ("ΗΜΝΥԱϹϲ", "hmnyucc");

    private static readonly FrozenDictionary<Rune, string> Folded = Load();

    private static readonly FrozenDictionary<Rune, string> Unfolded = Pairs(Capitals).ToFrozenDictionary();

    /// <summary>What a character of folded text looks like; null for itself.</summary>
    public static string? Of(Rune folded) => Folded.GetValueOrDefault(folded);

    /// <summary>What a character looks like when it must be judged before folding; null for all others.</summary>
    public static string? OfCapital(Rune unfolded) => Unfolded.GetValueOrDefault(unfolded);

    private static FrozenDictionary<Rune, string> Load()
    {
        var direct = new Dictionary<Rune, string>();
        var ligatures = Ligatures.Select(one => KeyValuePair.Create(Rune.GetRuneAt(one.Character, 0), one.LooksLike));
        foreach (var pair in Shapes.SelectMany(Pairs).Concat(ligatures))
        {
            direct.Add(pair.Key, pair.Value);
        }

        // One look-up has to be enough: what looks like an i looks like an l in the end.
        return direct.ToFrozenDictionary(pair => pair.Key, pair => string.Concat(pair.Value.EnumerateRunes().Select(Final)));

        string Final(Rune rune) => direct.TryGetValue(rune, out var further) ? further : rune.ToString();
    }

    private static IEnumerable<KeyValuePair<Rune, string>> Pairs((string Characters, string LookLike) row) =>
        row.Characters.EnumerateRunes().Zip(row.LookLike.EnumerateRunes(), (from, to) => KeyValuePair.Create(from, to.ToString()));
}
