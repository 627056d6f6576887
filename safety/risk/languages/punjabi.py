"""Danger told in Punjabi, in Gurmukhi or Latin letters; a draft that no native reader has checked."""

from safety.risk.languages.phrases import Phrases
from vocabulary.languages import Language


PHRASES = Phrases(
    language=Language.PUNJABI,
    denied_by="",
    fillers="ik ikk ek ਇੱਕ ਇਕ hun ਹੁਣ bas ਬੱਸ vadda vaddi ਵੱਡਾ ਵੱਡੀ hath_vich ਹੱਥ_ਵਿੱਚ",
    suicide="""
ਮਰਨਾ ਚਾਹੁੰਦਾ/ਚਾਹੁੰਦੀ/ਚਾਹੰਦਾ/ਚਾਹੰਦੀ
ਮਰ ਜਾਣਾ ਚਾਹੁੰਦਾ/ਚਾਹੁੰਦੀ
ਮੈਂ ਮਰ ਜਾਣਾ/ਜਾਵਾਂਗਾ/ਜਾਵਾਂਗੀ
ਮੈਂ ਮਰਨਾ ਹੈ/ਏ/ਆ
ਖੁਦਕੁਸ਼ੀ/ਖੁਦਖੁਸ਼ੀ/ਆਤਮਹੱਤਿਆ/ਆਤਮ_ਹੱਤਿਆ ਕਰਨਾ/ਕਰਨੀ ਚਾਹੁੰਦਾ/ਚਾਹੁੰਦੀ/ਹੈ
ਖੁਦਕੁਸ਼ੀ/ਖੁਦਖੁਸ਼ੀ/ਆਤਮਹੱਤਿਆ/ਆਤਮ_ਹੱਤਿਆ ਕਰ ਲਵਾਂਗਾ/ਲਵਾਂਗੀ/ਲੈਣੀ/ਰਿਹਾ/ਰਹੀ
ਆਪਣੇ ਆਪ ਨੂੰ ਮਾਰਨਾ/ਮਾਰ/ਖਤਮ/ਖ਼ਤਮ
ਆਪਣੀ ਜਾਨ ਲੈਣਾ/ਲੈਣੀ/ਲੈ_ਲਵਾਂਗਾ/ਲੈ_ਲਵਾਂਗੀ
ਜੀਣਾ/ਜੀਉਣਾ/ਜਿਊਣਾ/ਜਿਉਣਾ ਨਹੀਂ/ਨਹੀ ਚਾਹੁੰਦਾ/ਚਾਹੁੰਦੀ
marna/marnaa/maran chahunda/chahundi/chaunda/chaundi/chahnda/chahndi/chunda/chundi
main/mai/mein/me mar jana/janaa/javanga/javangi
mar jana chahunda/chahundi/chaunda/chaundi
main/mai marna hai/aa/hae
khudkushi/khudkhushi/khud_kushi/atamhatya/aatmhatya karna/karni chahunda/chahundi/chaunda/chaundi/hai/aa
khudkushi/khudkhushi/khud_kushi/atamhatya kar lavanga/lavangi/laini/reha/riha/rahi
apne/aapne aap nu/nuu marna/maarna/mar/maar/khatam
apni/aapni jaan laina/laini/lai_lavanga/lai_lavangi
jeena/jina/jeona/jeuna/jiuna/jiona nahi/nahin/nai/nhi chahunda/chahundi/chaunda/chaundi
""",
    overdose="""
ਸਾਹ ਨਹੀਂ/ਨਹੀ ਲੈ/ਆ/ਲੈਂਦਾ/ਲੈਂਦੀ
ਬੇਹੋਸ਼ ਹੈ/ਹੋ_ਗਿਆ/ਹੋ_ਗਈ/ਪਿਆ/ਪਈ/ਆ
ਓਵਰਡੋਜ਼/ਓਵਰਡੋਸ ਹੋ/ਕਰ/ਲੈ
ਬਹੁਤ/ਜ਼ਿਆਦਾ/ਬਹੁਤ_ਜ਼ਿਆਦਾ/ਸਾਰੀਆਂ ਗੋਲੀਆਂ/ਨਸ਼ਾ/ਦਵਾਈ/ਦਵਾਈਆਂ ਖਾ/ਲੈ/ਕਰ
ਉੱਠ/ਜਾਗ ਨਹੀਂ/ਨਹੀ ਰਿਹਾ/ਰਹੀ
saah/sah/saa nahi/nahin/nai/nhi le/lai/lae/aa/laindi/lainda
behosh/behos hai/ho_gaya/ho_gia/ho_gayi/ho_gai/pia/peya/pai/payi/aa
overdose/overdoz ho_gayi/ho_gai/kar_layi/kar_lai
bahut/bahot/bohot/jyada goliyan/golian/goliya/nasha/dawai/dawaiyan kha/khaa/lai/le/kar
zyada/jiada/sariyan goliyan/golian/goliya/nasha/dawai/dawaiyan kha/khaa/lai/le/kar
uth/jaag/jag nahi/nahin/nai/nhi reha/riha/rahi/rhi
""",
    emergency="""
ਕੋਲ/ਕੋਲੇ ਚਾਕੂ/ਬੰਦੂਕ/ਪਿਸਤੌਲ/ਹਥਿਆਰ/ਛੁਰਾ/ਛੁਰੀ/ਗੰਨ ਹੈ/ਏ/ਆ/ਨੇ/ਹਨ
ਮੈਨੂੰ/ਸਾਨੂੰ ਮਾਰ ਦੇਣਗੇ/ਦੇਵੇਗਾ/ਦੇਵੇਗੀ/ਦੇਵਾਂਗੇ/ਦੇਊ/ਦੇਣਾ/ਸੁੱਟਣਗੇ/ਰਹੇ/ਰਿਹਾ/ਦਿਓਗੇ
ਮੈਨੂੰ/ਸਾਨੂੰ ਮਾਰਨਾ ਚਾਹੁੰਦਾ/ਚਾਹੁੰਦੇ/ਚਾਹੁੰਦੀ
ਮੈਨੂੰ/ਸਾਨੂੰ ਕਤਲ ਕਰ/ਕਰਨਾ/ਕਰਨਗੇ
ਜਾਨ ਦਾ/ਨੂੰ ਖ਼ਤਰਾ/ਖਤਰਾ
ਜਾਨੋਂ/ਜਾਨ_ਤੋਂ ਮਾਰ/ਮਾਰਨ
ਪੁਲਿਸ/ਪੁਲੀਸ/ਐਂਬੂਲੈਂਸ ਨੂੰ/- ਬੁਲਾਓ/ਬੁਲਾਉ/ਬੁਲਾ_ਦਿਓ/ਫੋਨ_ਕਰੋ/ਕਾਲ_ਕਰੋ/ਸੱਦੋ/ਭੇਜੋ
ਮੈਨੂੰ/ਸਾਨੂੰ ਬਚਾਓ/ਬਚਾਉ/ਬਚਾ_ਲਓ
ਦਰਵਾਜ਼ੇ/ਬੂਹੇ ਤੇ/ਉੱਤੇ/ਦੇ_ਬਾਹਰ/ਅੱਗੇ ਹੈ/ਹਨ/ਨੇ/ਖੜ੍ਹਾ/ਖੜ੍ਹੇ/ਖੜਾ/ਖੜੇ
ਦਰਵਾਜ਼ਾ/ਬੂਹਾ ਤੋੜ/ਭੰਨ ਰਹੇ/ਰਿਹਾ
ਗਲਾ ਘੁੱਟ ਰਿਹਾ/ਰਹੇ
ਖੂਨ/ਲਹੂ ਵਗ/ਨਿਕਲ ਰਿਹਾ
ਮੈਨੂੰ/ਸਾਨੂੰ ਅਗਵਾ/ਬੰਦ/ਕੈਦ ਕੀਤਾ/ਕਰ
kol/kole/koll chaku/chakku/chaaku/banduk/bandook/pistol/hathiyar/chhura/chura/gun hai/aa/hega/ne/hae
mainu/menu/mainoo/menoo/sanu/saanu maar/mar denge/dengay/dengey/dange/dewega/devega/devegi/deuga/dena
mainu/menu/mainoo/menoo/sanu/saanu maar/mar sutange/reha/riha/rahe/rhe/dende
mainu/menu/mainoo/sanu/saanu maarna/marna chahunda/chahunde/chahundi/chaunda/chaunde/chaundi
mainu/menu/mainoo/sanu/saanu katal/qatal kar/karna/karange/karenge
jaan/jan da/nu khatra
jaano/jaanon/jaan_to maar/mar/maran/maaran
police/polis/pulis/ambulance nu/nuu/- bulao/bulaao/bulayo/sado/saddo
police/polis/pulis/ambulance nu/nuu/- bhejo/phone_karo/fone_karo/call_karo
mainu/menu/mainoo/sanu/saanu bachao/bachaao/bachayo/bacha_lo
darwaze/darvaze/darwaje/boohe/buhe te/de_bahar/agge hai/ne/han/khada/khade/kharha/kharhe
darwaza/darvaza/darwaja/booha/buha tod/torh/tor/bhan rahe/rhe/reha/riha
gala ghut/ghutt reha/riha/rahe
khoon/khun vag/nikal/wag reha/riha
mainu/menu/mainoo/sanu/saanu agwa/band/kaid kita/keeta/kar
""",
)
