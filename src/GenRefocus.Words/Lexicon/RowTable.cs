using System.Collections.Frozen;
using System.Text.Json;
using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>The table of looks: what each row sets, whatever the language.</summary>
internal static class RowTable
{
    private static readonly FrozenDictionary<string, SettingsPatch> Rows = Load();

    /// <summary>The rows' ids.</summary>
    public static IEnumerable<string> Ids => Rows.Keys;

    /// <summary>What a row sets.</summary>
    /// <param name="id">The row.</param>
    /// <returns>Its members.</returns>
    public static SettingsPatch Get(string id) => Rows[id];

    private static FrozenDictionary<string, SettingsPatch> Load()
    {
        using JsonDocument document = LexiconStore.Open("rows");
        Dictionary<string, SettingsPatch> rows = new(StringComparer.Ordinal);
        foreach (JsonProperty row in document.RootElement.EnumerateObject())
        {
            SettingsPatch patch = SettingsPatch.Empty;
            foreach (JsonProperty member in row.Value.EnumerateObject())
            {
                SettingValue value = member.Value.ValueKind == JsonValueKind.String
                    ? SettingValue.FromText(member.Value.GetString()!)
                    : SettingValue.FromNumber(member.Value.GetDouble());
                patch = patch.With(member.Name, value);
            }

            rows.Add(row.Name, patch);
        }

        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
