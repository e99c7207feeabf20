using System.Reflection;
using System.Runtime.CompilerServices;

namespace Confab.Architecture.Tests;

public sealed class TypeTests
{
    public static TheoryData<string> Projects() => [.. House.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_type_is_called_by_a_word_that_says_no_name_was_found(string project)
    {
        string[] words = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Misc", "Common"];

        Assert.DoesNotContain(OwnTypes(project), type => words.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Nothing_static_can_change(string project)
    {
        const BindingFlags OwnStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

        var changing = OwnTypes(project)
            .SelectMany(type => type.GetFields(OwnStatic))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !IsGenerated(field))
            .Select(field => $"{field.DeclaringType}.{field.Name}");

        Assert.Empty(changing);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_type_that_nobody_may_inherit_from_says_so(string project)
    {
        var types = OwnTypes(project).ToArray();
        var parents = House.Projects.SelectMany(OwnTypes).Select(type => Open(type.BaseType)).ToHashSet();

        Assert.DoesNotContain(types, type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(Open(type)));
    }

    private static Type? Open(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;

    // What the compiler and its generators make (and keep in static fields) is their business; so is the class around a program's first lines.
    private static IEnumerable<Type> OwnTypes(string project) => House.Load(project).GetTypes()
        .Where(type => type.Namespace is not null && !IsGenerated(type) && !(type.DeclaringType is { } outer && IsGenerated(outer)));

    private static bool IsGenerated(MemberInfo member) =>
        member.Name.StartsWith('<') && !member.Name.EndsWith("k__BackingField", StringComparison.Ordinal)
        || member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (member is Type && member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));
}
