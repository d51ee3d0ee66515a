/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},e=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](n){return this===t?!0===Object(n)[e]:super[Symbol.hasInstance](n)}get[e](){return!0}constructor(t,e,n){super(e,void 0===n?{}:{cause:n})
this.name="LoraError"
this.code=t}}
function n(t,e,n){throw new LoraError(t,e,n)}var o=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),r=(Object.fromEntries([...o.keys()].map(t=>[t,void 0])),Object.fromEntries([...o.keys(),"betas"].map(t=>[t,void 0])),t=>t.length>80?`${t.slice(0,79)}…`:t),a=t=>r(JSON.stringify(t))
function s(t,e){let n=Array.from({length:e.length+1},(t,e)=>e)
for(let o=1;o<=t.length;o++){const r=[o]
for(let a=1;a<=e.length;a++){const s=n[a-1]+Number(t[o-1]!==e[a-1])
r.push(Math.min(s,n[a]+1,r[a-1]+1))}n=r}return n[e.length]}function i(t,e){if("string"!=typeof t||t.length>80)return""
const n=t.toLowerCase()
let o="",a=Math.floor(n.length/3)+1
for(const t of e){const e=s(n,t.toLowerCase())
e<a&&([o,a]=[t,e])}return o&&` (did you mean ${r(o)}?)`}function c(t){const e=encodeURIComponent(t).replace(/%(..)/g,(t,e)=>String.fromCharCode(parseInt(e,16)))
return Uint8Array.from(e,t=>t.charCodeAt(0))}function l(t){let e=""
for(let n=0;n<t.length;n+=8192)e+=String.fromCharCode(...t.subarray(n,n+8192))
const n=t=>`%${t.charCodeAt(0).toString(16)}`
try{return decodeURIComponent(e.replace(/[%\x80-\xff]/g,n))}catch(t){if("URIError"!==t.name)throw t
return}}var f=t=>Object.prototype.toString.call(t).slice(8,-1),u=t=>"string"==typeof t?a(t):r(Object(t)===t?f(t):String(t)),d=(t,e,o,r="LORA_E_TYPE")=>n(r,`${t} must be ${e}, got ${u(o)}`)
function h(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function p(t,e,o){!function(t,e,o){h(e)||d(`${t}: the argument`,"an object of options",e)
for(const a of Object.keys(e))if(!Object.hasOwn(o,a)){const e=Object.keys(o)
n("LORA_E_OPTION",`${t} has no option ${r(a)}${i(a,e)}; it has ${e.join(", ")}`)}}(t,e,o)
const a={...o}
for(const[t,n]of Object.entries(e))void 0!==n&&(a[t]=n)
return a}var m=/* @__PURE__ */Symbol.for("microlora 0.1.0")
function g(t){let e
const n=t?.[m]
"function"==typeof n&&n(t=>e=t)
return e}var b=globalThis,_=(t,e)=>n("LORA_E_FILE",t,e)
function y(t,e){try{return e()}catch(e){if(!(e instanceof LoraError))throw e
return _(`${t}: ${e.message}`,e)}}function $(t,e,n){const o=8===n.BYTES_PER_ELEMENT?"F64":4===n.BYTES_PER_ELEMENT?"F32":2===n.BYTES_PER_ELEMENT?"F16":"U8",{buffer:r,byteOffset:a,byteLength:s}=n
return{name:t,dtype:o,shape:e,bytes:new Uint8Array(r,a,s)}}var O=({bytes:t})=>t.slice().buffer,w=t=>new Float32Array(O(t)),A=t=>new Float64Array(O(t)),v={F32:w,F16:t=>Float32Array.from(new Uint16Array(O(t)),k),BF16:t=>new Float32Array(Uint32Array.from(new Uint16Array(O(t)),t=>t<<16).buffer)},E=Object.keys(v)
function j(t){const e=v[t.dtype](t),n=e.findIndex(t=>!Number.isFinite(t))
n>=0&&_(`tensor ${a(t.name)}: number ${n} is ${e[n]}`)
return e}function k(t){const e=32768&t?-1:1,n=t>>10&31,o=1023&t
return 31===n?0===o?e*(1/0):NaN:0===n?e*o*2**-24:e*(1+o*2**-10)*2**(n-15)}var L=[[/^version https:\/\/git-lfs/,"a Git LFS pointer and not the file itself; run git lfs pull"],[/^(\xef\xbb\xbf|\ufeff)?\s*<[!?a-z]/i,"an HTML or XML page; the download went wrong"],[/^PK\x03\x04/,"a zip archive, such as torch.save writes"],[/^\x80[\x02-\x05]/,"a pickle, such as torch.save writes"]]
function R(t){const e="string"==typeof t?t.slice(0,64):String.fromCharCode(...t.subarray(0,64)),[,n]=L.find(([t])=>t.test(e))??[]
return n}function F(t,e,n=/* @__PURE__ */new Map){let o
try{o=JSON.parse(e)}catch(e){_(`${t} is not JSON: ${r(e.message)}`,e)}!function(t,e,n){const o=[]
let r="",s=-1
const i=/\s*:/y
for(const{0:c,index:l}of e.matchAll(/\\.|["{}]/g))if('"'===c&&s<0)s=l
else if('"'===c){const n=e.slice(s,l+1)
s=-1
i.lastIndex=l+1
if(!i.test(e))continue
const c=JSON.parse(n),f=o[o.length-1]
f.has(c)&&_(`${t} has the key ${a(c)} twice`)
f.add(c)
1===o.length&&(r=c)}else{if(s>=0)continue
if("{"===c)o.push(/* @__PURE__ */new Set)
else{const t=o.pop()
1===o.length&&n.set(r,[...t])}}}(t,e,n)
return o}var N=t=>Object(t)===t&&!Array.isArray(t),M="{".charCodeAt(0),S="__metadata__",x=["dtype","shape","data_offsets"],I=new Map(Object.entries({F4:4,F6_E2M3:6,F6_E3M2:6,BOOL:8,U8:8,I8:8,F8_E5M2:8,F8_E4M3:8,F8_E8M0:8,F8_E5M2FNUZ:8,F8_E4M3FNUZ:8,I16:16,U16:16,F16:16,BF16:16,I32:32,U32:32,F32:32,C64:64,F64:64,I64:64,U64:64})),P=t=>I.get(t)??0
function T(t,e){const n=(t,e)=>t<e?-1:1,o=[...t].sort((t,e)=>P(e.dtype)-P(t.dtype)||n(t.name,e.name))
let r=0
const a=o.map(({name:t,dtype:e,shape:n,bytes:o})=>[t,{dtype:e,shape:n,data_offsets:[r,r+=o.length]}]),s=Object.fromEntries([...e].sort(([t],[e])=>n(t,e))),i={[S]:s,...Object.fromEntries(a)},l=c(JSON.stringify(i)),f=8*Math.ceil(l.length/8),u=new Uint8Array(8+f+r).fill(32,8,8+f)
new DataView(u.buffer).setUint32(0,f,!0)
u.set(l,8)
let d=8+f
for(const{bytes:t}of o){u.set(t,d)
d+=t.length}return u}function B(t,e){const n=ArrayBuffer.isView(e),o=n?e.buffer:e,r="SharedArrayBuffer"===f(o)
r||"ArrayBuffer"===f(o)||d(t,"a Uint8Array or an ArrayBuffer",e)
const a=n?new Uint8Array(o,e.byteOffset,e.byteLength):new Uint8Array(o)
return r?a.slice():a}function U(t){const e=t[8]===M?void 0:R(t)
void 0!==e&&_(`not a safetensors file: it is ${e}`)
t.length<8&&_(`a safetensors file has at least 8 bytes, this one has ${t.length}`)
const n=new DataView(t.buffer,t.byteOffset,8),o=n.getUint32(0,!0)+2**32*n.getUint32(4,!0)
o>1e8&&_(`not a safetensors file: its header would have ${o} bytes, above 100000000`)
const r=8+o
r>t.length&&_(`the file is cut: its header ends at byte ${r}, and there are ${t.length}`)
const s=function(t){const e=l(t)??_("the header is not UTF-8")
e.startsWith("{")||_("the header does not begin with {")
return F("the header",e)}(t.subarray(8,r)),i=function(t){const e=Object.hasOwn(t,S)?t[S]:null
if(null===e)/* @__PURE__ */return new Map
N(e)||_(`${S} is not an object`)
const n=Object.entries(e)
for(const[t,e]of n)"string"!=typeof e&&_(`${S}: ${a(t)} is not a string`)
return new Map(n)}(s),c=Object.entries(s).filter(([t])=>t!==S).map(([e,n])=>{const{dtype:o,shape:s,begin:i,end:c}=function(t,e,n){const o=`tensor ${a(t)}`
N(e)||_(`${o} is not an object`)
for(const t of x)Object.hasOwn(e,t)||_(`${o} has no ${t}`)
const{dtype:r,shape:s,data_offsets:i}=e
"string"!=typeof r&&_(`${o}: its dtype is not a string`)
Array.isArray(s)&&s.every(z)||_(`${o}: its shape is no shape`)
Array.isArray(i)&&2===i.length&&i.every(z)||_(`${o}: its data_offsets are not two positions`)
let c=P(r)||1
for(const t of s){c*=t
Number.isSafeInteger(c)||_(`${o}: its shape overflows`)}const[l,f]=i
f>n&&_(`${o} ends at byte ${f} of the data, which has ${n}`)
const u=f-l
u<0&&_(`${o} ends at byte ${f} of the data, before it begins at ${l}`)
I.has(r)&&c!==8*u&&_(`${o} takes ${c/8} bytes by its shape, and ${u} by its data_offsets`)
return{dtype:r,shape:s,begin:l,end:f}}(e,n,t.length-r)
return[i,c,{name:e,dtype:o,shape:s,bytes:t.subarray(r+i,r+c)}]})
c.sort(([t,e],[n,o])=>t-n||e-o)
let f=0
for(const[t,e,{name:n}]of c){t!==f&&_(`tensor ${a(n)} begins at byte ${t} of the data, not at ${f}`)
f=e}r+f!==t.length&&_(`the tensors end at byte ${r+f}, the file at ${t.length}`)
return{metadata:i,tensors:new Map(c.map(([,,t])=>[t.name,t]))}}var C,z=t=>Number.isSafeInteger(t)&&t>=0,J="microlora.",D="format",Y=`${J}checksum`,W="00000000",q=["MicroLoRA","ScopedLoRA","TrajectoryBuffer","EmbeddingSpace"]
function G(t){const e=c(`"${Y}":"`)
for(let n=t.indexOf(e[0]);n>=0;n=t.indexOf(e[0],n+1))if(e.every((e,o)=>t[n+o]===e))return n+e.length
return-1}var H=(t,e)=>function(t){C??=Int32Array.from({length:256},(t,e)=>{let n=e
for(let t=0;t<8;t++)n=n>>>1^(1&n?3988292384:0)
return n})
let e=-1
for(const n of t)for(let t=0;t<n.length;t++)e=C[255&(e^n[t])]^e>>>8
return(~e>>>0).toString(16).padStart(8,"0")}([t.subarray(0,e),c(W),t.subarray(e+8)])
function Z(t,e,n,o){const r=Object.entries({version:String(2),kind:t,...e,checksum:W}),a=T(o,[[D,"pt"],...r.map(([t,e])=>[J+t,e]),...n]),s=G(a)
a.set(c(H(a,s)),s)
return a}function V(t){const{metadata:e,tensors:n}=U(t),o=e.get(`${J}version`),a=t=>e.get(J+t)??_(`the metadata has no ${J}${t}`),s=[...e].filter(([t])=>!K(t))
if(void 0===o)return{kind:void 0,strings:s,tensors:n,part:a}
o!==String(2)&&_(`written by another version of microlora, in format ${r(o)}; this one reads 2`)
const i=a("checksum"),c=G(t),l=c<0?void 0:H(t,c)
i!==l&&_(`the file is damaged: its checksum is ${l??"not found"}, it says ${r(i)}`)
const f=q.find(t=>t===a("kind"))
void 0===f&&_(`there is no kind ${r(a("kind"))} of object`)
return{kind:f,strings:s,tensors:n,part:a}}var K=t=>t===D||t.startsWith(J)
function X(t,e){return Object.entries(e).map(([e,o])=>{"string"!=typeof o&&n("LORA_E_TYPE",`${t}: ${a(e)} must be a string, got ${typeof o}`)
K(e)&&n("LORA_E_OPTION",`${t}: ${a(e)} is a name of the file's own; choose another`)
Q(t,e)
Q(t,o)
return[e,o]})}function Q(t,e){/\p{Surrogate}/u.test(e)&&n("LORA_E_OPTION",`${t}: ${a(e)} is not well-formed text`)}var tt={d:t=>/\p{Nd}/u.test(t),s:t=>/[\s\x1c-\x1f\x85]/.test(t)&&"\ufeff"!==t,w:t=>/[\p{L}\p{N}_]/u.test(t)},et=t=>void 0!==t&&tt.w(t),nt=(t,e)=>et(t[e-1])!==et(t[e]),ot={"^":(t,e)=>0===e,"\\A":(t,e)=>0===e,"\\Z":(t,e)=>e===t.length,$:(t,e)=>e===t.length||e===t.length-1&&"\n"===t[e],"\\b":nt,"\\B":(t,e)=>!nt(t,e)
},rt=t=>t.codePointAt(0),at="adapter_config.json",st="adapter_model.safetensors",it="base_model.model.",ct=[".lora_A.weight",".lora_B.weight"],lt=["auto_mapping","base_model_name_or_path","revision","task_type","peft_version","inference_mode","runtime_config","megatron_core","merge_weights","fan_in_fan_out","target_modules","exclude_modules","layers_to_transform","layers_pattern","lora_dropout","eva_config","corda_config","loftq_config","lora_ga_config","bias","modules_to_save","trainable_token_indices","ensure_weight_tying","qalora_group_size"],ft=["peft_type","r","lora_alpha","use_rslora","rank_pattern","alpha_pattern","init_lora_weights"],ut=[!0,!1,null,"gaussian","eva","orthogonal","mica"],dt=/^(pissa|olora|corda|loftq|lora_ga)/,ht=t=>r(String(JSON.stringify(t))),pt=t=>null===t||!1===t||Array.isArray(t)&&0===t.length,mt=t=>Number.isInteger(t)&&t>0
function gt({name:t,entries:e,compiled:n},o,r){const s=[...o],[,i]=e.find(([e])=>(e=>y(`${at}: the pattern ${a(e)} in ${t}`,()=>{const t=n.get(e)??function(t){const e=[{to:[]},{holds:ot.$,to:[0]}],n=t.length<2e4?function(t,e){let n=0,o=!1
const r=/* @__PURE__ */new Set,a=()=>_(`what begins at its character ${n+1} is not supported`),s=e=>{e.lastIndex=n
const o=e.exec(t)
n+=null===o?0:o[0].length
return o},i=t=>o?(t=>e=>{const n=e.toUpperCase()
return[e,e.toLowerCase(),n,n.toLowerCase()].some(n=>n.length<=e.length&&t(n))})(t):t,c=t=>n=>e({takes:t,to:[n]})
function l(t){t>100&&a()
const n=[f(t)]
for(;s(/\|/y);)n.push(f(t))
return t=>e({to:n.map(e=>e(t))})}function f(o){const r=[]
for(;n<t.length&&"|"!==t[n]&&")"!==t[n];){const t=s(/\\[AZbB]|[$^]/y),n=null===t?void 0:ot[t[0]]
r.push(void 0===n?p(u(o)):t=>e({holds:n,to:[t]}))}return t=>r.reduceRight((t,e)=>e(t),t)}function u(t){void 0!==h()&&a()
if(s(/\./y))return c(t=>"\n"!==t)
if(s(/\[/y))return c(function(){const t=null!==s(/\^/y),e=[]
do{const{takes:t,char:n}=d(/\\[^a-z\d]|[^\\]/isuy)
if(!s(/-(?!\])/y)){e.push(t)
continue}const{char:o}=d(/\\[^a-z\d]|[^\\]/isuy);(void 0===n||void 0===o||rt(n)>rt(o))&&a()
e.push(t=>rt(t)>=rt(n)&&rt(t)<=rt(o))}while(!s(/\]/y))
const n=i(t=>e.some(e=>e(t)))
return e=>n(e)!==t}())
const e=s(/\((?:\?P<([^\W\d]\w*)>|\?:|\?(i):|(?!\?))/y)
if(null===e)return c(i(d(/\\[^a-z\d]|[^\\()[]/isuy).takes))
const[,n,f]=e
void 0!==n&&r.size===r.add(n).size&&a()
const u=o
o||=void 0!==f
const p=l(t+1)
s(/\)/y)||a()
o=u
return p}function d(t){const[,e]=s(/\\([dsw])/iy)??[]
if(void 0!==e){const t=tt[e.toLowerCase()]
return{takes:e in tt?t:e=>!t(e)}}const[n]=s(t)??a(),[o]=[...n].slice(-1)
return{takes:t=>t===o,char:o}}function h(){const t=s(/[*+?]|\{(?!\})(\d*)(,?)(\d*)\}/y)
if(null===t)return
const[e,n="",o,r]=t,a="+"===e?1:Number(n)
return"?"===e?[0,1]:[a,""===o&&""===r?a:Number(r||1/0)]}function p(t){const n=h()
if(void 0===n)return t
const[o,r]=n
s(/\?/y);(r<o||void 0!==h())&&a()
return n=>{let a=n
if(r===1/0){const o=[n]
a=e({to:o})
o.push(t(a))}else for(let s=o;s<r;s++)a=e({to:[t(a),n]})
for(let e=0;e<o;e++)a=t(a)
return a}}const m=l(0)
n<t.length&&a()
return m}(t,t=>e.length<2e4?e.push(t)-1:_("it is too large"))(1):_("it is too large"),o=new Float64Array(e.length)
let r=0
return t=>{t.length*e.length>2e7&&_("it is too large for so long a name")
const a=t.indexOf("\n")
let s=[]
for(let i=0;i<=t.length;i++){(0===i||"."===t[i-1]&&(a<0||i<=a))&&s.push(n)
r++
const c=[]
for(;s.length>0;){const n=s.pop()
if(0===n)return!0
if(o[n]===r)continue
o[n]=r
const{takes:a,holds:l,to:f}=e[n]
void 0===a?(void 0===l||l(t,i))&&s.push(...f):i<t.length&&a(t[i])&&c.push(...f)}s=c}return!1}}(e)
n.set(e,t)
return t(s)}))(e))??e.find(([t])=>t===o)??[o,r]
return i}var bt=["A","B","momentA","momentB","secondMomentA","secondMomentB","accumulatedA","accumulatedB"],_t=bt.indexOf("accumulatedA"),yt="numbers",$t="forward",Ot=["learningRate","weightDecay","clipNorm","ratio","beta1","beta2","epsilon","maxDeltaNorm","decayToBase","explore"],wt=[["input","inputs","in"],["output","outputs","out"],["gradient","gradients","out"]]
function At(t){if(!("scopes"in t))return[""]
const e=Object.values(t.categories).filter(t=>t.length>0)
return[...t.scopes.map(t=>`scopes.${t}.`),...e.map((t,e)=>`categories.${e}.`)]}var vt=(t,e)=>[t.rank,e%2==0?t.in:t.out]
function Et(t,e){t.q()
const{buffer:n,byteOffset:o}=t.f
return new Float64Array(n,o,e)}function jt({part:t},e,n){const o=F(`microlora.${e}`,t(e))
kt(`microlora.${e}`,o,n,n.length)
return o}function kt(t,e,n,o){N(e)||_(`${t} is not an object`)
const r=Object.keys(e)
for(const e of r)n.includes(e)||_(`${t} has ${a(e)}, which is unknown`)
r.length<o&&_(`${t} must have ${n.join(", ")}`)}var Lt="in out rank residual optimizer seed batch sharedIO rows inSpace cautious".split(" "),Rt=[...Lt,"scopes","categories","categoryFallback"],Ft=[0,1,4,5,2,3,6,7]
function Nt(e,o){if(o>=0)return
o===t.LORA_E_MEMORY&&n("LORA_E_MEMORY","load: the arena is full; free() other objects or call engine.grow(bytes)")
const[r]=Object.entries(t).find(([,t])=>t===o)??[o]
_(`${e} is not what it can be (${r})`)}function Mt({b:t},e){const n=A(e)
Nt(e.name,t.c.lora_reserve_transfer(2*n.length))
Et(t,n.length).set(n)}var St="components",xt="numbers",It=["dim","directions"],Pt=["embedding","operator","attention"],Tt=["executionMs","baselineMs"],Bt=["capacity","dim","operators","length","totalCount"]
function Ut(t,e={}){const n=p("save",e,{metadata:{}})
h(n.metadata)||d("save: metadata","an object of strings",n.metadata)
const o=X("save: metadata",n.metadata),r=g(t)?.e??t,a=g(r),s=q.find(t=>t===a?.i)??d("save: the object",`a ${q.join(", ")} of this release`,t)
if("TrajectoryBuffer"===s)return Z(s,function(t){const{capacity:e,dim:n,operators:o,length:r,totalCount:a}=t
return{object:JSON.stringify({capacity:e,dim:n,operators:o,length:r,totalCount:a})}}(r),o,function(t){const e=[...t],n=new Float32Array(e.length*t.dim)
e.forEach(({embedding:e},o)=>n.set(e,o*t.dim))
const[o,...r]=Pt
return[$(o,[e.length,t.dim],n),...r.map(t=>$(t,[e.length],Uint8Array.from(e,e=>e[t]))),...Tt.map(t=>$(t,[e.length],Float64Array.from(e,e=>e[t])))]}(r))
if("EmbeddingSpace"===s)return Z(s,(({dim:t,directions:e})=>({object:JSON.stringify({dim:t,directions:e})}))(a),o,function(t){const{dim:e,directions:n}=t,o=new Float32Array(n*e)
for(let r=0;r<n;r++){t.a("space_read_row",r)
o.set(t.b.f.subarray(0,e),r*e)}const r=t.a("space_read_numbers")
return[$(St,[n,e],o),$(xt,[r],Et(t.b,r).slice())]}(a))
const i=a
i.o()
return Z(s,function(t){const{in:e,out:n,rank:o,residual:r,optimizer:a,seed:s,batch:i,sharedIO:c}=t,l="scopes"in t?{scopes:t.scopes,categories:t.categories,categoryFallback:t.categoryFallback}:{},f={in:e,out:n,rank:o,residual:r,optimizer:a,seed:s,batch:i,sharedIO:c,rows:t.x,inSpace:void 0!==t.space,cautious:t.cautious??!1}
return{object:JSON.stringify({...f,...l}),options:(u=Ct(t),JSON.stringify(u,(t,e)=>Object.is(e,-0)?"-0":e).replaceAll('"-0"',"-0"))}
var u}(i),o,function(t){const e=[]
At(t).forEach((n,o)=>{Q("save: the name of a scope",n)
bt.forEach((r,a)=>{const s=Jt(t,o,a)
void 0!==s&&e.push($(n+r,vt(t,a),s))})
e.push(zt(n+yt,t,t.a("read_numbers",o)))})
e.push(zt($t,t,t.a("read_forward")))
for(const[n,o,r]of wt){const a=t[o],s=1+a.findLastIndex(t=>t.some(t=>!Object.is(t,0)))
if(0===s)continue
const i=new Float32Array(s*t[r])
for(let e=0;e<s;e++)i.set(a[e],e*t[r])
e.push($(n,[s,t[r]],i))}return e}(i))}function Ct(t){const e=e=>Ot.map((n,o)=>t.a("option",e,o)),n=e(0),o=At(t).map((t,o)=>{const r=e(o),a=Ot.map((t,e)=>[t,r[e]])
return[t,Object.fromEntries(a.filter(([,t],e)=>!Object.is(t,n[e])))]})
return{all:{alpha:t.alpha,...Object.fromEntries(Ot.map((t,e)=>[t,n[e]]))},others:Object.fromEntries(o.filter(([,t])=>Object.keys(t).length>0))}}var zt=(t,e,n)=>$(t,[n],Et(e.b,n).slice())
function Jt(e,n,o){const{b:r,d:a}=e,[s,i]=vt(e,o),c=new Float32Array(s*i)
for(let e=0;e<s;e++){if(r.c.lora_read_row(a,n,o,e)===t.LORA_E_STATE)return
c.set(r.f.subarray(0,i),e*i)}return c}function Dt(t,e){const o=p("exportPeft",e,{module:void 0,baseModel:null,dtype:"F32"}),{module:r,baseModel:a}=o
"string"==typeof r&&""!==r||d("exportPeft: module","the module's name in the base model, as query",r)
null!==a&&"string"!=typeof a&&d("exportPeft: baseModel","a name or path",a)
const s=1===function(t,e,o){const r=o.indexOf(e)
r<0&&n("LORA_E_OPTION",`exportPeft: dtype must be one of ${o.join(", ")}, got ${u(e)}`+i(e,o))
return r}(0,o.dtype,["F32","F16"]),c=g(g(t)?.e??t)
void 0===c?.s&&d("exportPeft: the adapter","a MicroLoRA or a ScopedLoRA of this release",t)
const l=c
l.o()
const f=function(t,e){if(!("scopes"in t))return[[e,0]]
const n=Object.values(t.categories).filter(t=>t.length>0)
return t.scopes.map((o,r)=>{const a=1!==t.a("has_learned",r)&&t.categoryFallback?n.findIndex(t=>t.includes(o)):-1
return[`${e}.${o}`,a<0?r:t.scopes.length+a]})}(l,r),h=f.flatMap(([t,e])=>{Q("exportPeft: module",t)
return ct.map((o,r)=>function(t,e,o,r,a){const{rank:s,in:i,out:c}=t
let l=Jt(t,e,o)
if(1===o){const t=l
l=t.map((e,n)=>t[n%s*c+Math.floor(n/s)])}return $(r,1===o?[c,s]:[s,i],a?((t,e)=>Uint16Array.from(e,e=>{const o=Math.abs(e),r=e<0||Object.is(e,-0)?32768:0,a=Math.max(Math.floor(Math.log2(o)),-14),s=function(t){const e=Math.floor(t),n=t-e
return n>.5||.5===n&&e%2==1?e+1:e}(o*2**(10-a)),i=0===o?0:s+(a+14<<10)
i>=31744&&n("LORA_E_RANGE",`${t}: ${e} is too large for F16; use F32`)
return r|i}))(`exportPeft: ${r}`,l):l)}(l,e,r,it+t+o,s))})
return{[at]:Yt(l,f.map(([t])=>t),a),[st]:T(h,[["format","pt"]])}}function Yt({alpha:t,rank:e},n,o){const r={alpha_pattern:{},base_model_name_or_path:o,bias:"none",fan_in_fan_out:!1,inference_mode:!0,lora_alpha:Wt(t,e),peft_type:"LORA",r:e,rank_pattern:{},target_modules:n,task_type:null,use_dora:!1,use_rslora:!1}
return`${JSON.stringify(r,null,2)}\n`}function Wt(t,e){const n=t*e,[o]=new BigInt64Array(Float64Array.of(n).buffer),r=new Float64Array(BigInt64Array.of(o,o+1n,o-1n).buffer).filter(n=>Math.fround(n/e)===Math.fround(t))
return r.find(n=>n/e===t)??r[0]??n}
var qt="its own weights were saved, not only an adapter",Gt=[[/\.lora_magnitude_vector(\.weight)?$/,"DoRA needs the weights of the base model"],[/\.lora_embedding_[AB]$/,"it adapts an embedding, which multiplies nothing"],[/\.lora_[AB]\.bias$/,"A or B has a bias"],[/\.lora_(magnitude_vector|(embedding_)?[AB])\.[^.]+(\.weight|\.bias)?$/,"its names have the adapter's name in them; save it with save_pretrained"],[/\.lora_[^.]+(\.[^.]+)?$/,"it has more than an A and a B"],[/(\.token_adapter)?\.trainable_tokens_[^.]+(\.[^.]+)?$/,"some of its tokens were trained"],[/\.modules_to_save\..+$/,qt],[/(\.base_layer)?\.weight$/,qt],[/(\.base_layer)?\.bias$/,"its bias in the base model was trained"],[/\.[^.]+$|$/,"it has no A and B of LoRA"]]
function Ht(t,e){for(let n=t.lastIndexOf(".");n>0;n=t.lastIndexOf(".",n-1))if(e.has(t.slice(0,n)))return t.slice(0,n)}function Zt(t,e,{factors:n,reason:o}){void 0!==o&&_(o)
const[a,s]=ct.map((t,e)=>{const o=t.slice(1),a=n[e]??_(`it has no ${o}`),{dtype:s,shape:i}=a
E.includes(s)||_(`its ${o} is ${r(s)}; ${E.join(", ")} can be read`)
2!==i.length&&_(`its ${o} has ${i.length} dimensions; only linear layers, with 2, are read`)
return a}),{rank:i,alpha:c}=function({r:t,lora_alpha:e,use_rslora:n,ranks:o,alphas:r},a){const s=gt(o,a,t),i=gt(r,a,e)
mt(s)||_(`${at}: its rank is ${ht(s)}`)
Number.isFinite(i)||_(`${at}: its alpha is ${ht(i)}`)
return{rank:s,alpha:i/(n?Math.sqrt(s):s)}}(t,e),l={module:e,in:a.shape[1],out:s.shape[0],rank:i,alpha:c};[a.shape[0],s.shape[1]].forEach((t,e)=>{if(t===i)return
const n=[a,s][e].shape.join()
_(`its ${ct[e].slice(1)} is [${n}], but ${at} says rank ${i}`)})
for(const[t,e,n]of[["rank",i,64],["in",l.in,16384],["out",l.out,16384]])(e<1||e>n)&&_(`its ${t} is ${e}; an adapter has 1 to ${n}`)
Number.isFinite(Math.fround(c))||_(`its alpha, ${c}, is too large`)
return{...l,A:a,B:s}}function Vt(t,e){const o=e??b[m]??n("LORA_E_INIT","call `await init()` (or initSync()) first"),r=g(o)?.wa
void 0===r&&n("LORA_E_OPTION",`${t}: engine must come from init or createEngine of this release`)
return(t,e)=>new(r.get(t))({...e,engine:o})}var Kt=["dim","in","out","rank","alpha"]
function Xt(t,e={}){h(t)||d("importPeft: files",`an object of ${at} and ${st}`,t)
h(e)||d("importPeft: the options","an object",e)
const{module:o,residual:s,engine:i,...c}=e
for(const t of Kt)void 0!==c[t]&&n("LORA_E_OPTION",`importPeft: the files say ${t}`)
const f=function(t){const e=/* @__PURE__ */new Map,n=F(at,t,e)
N(n)||_(`${at} is not an object`)
const o=n,a=(t,e)=>Object.hasOwn(o,t)?o[t]:e,s=(t,e)=>_(`${at}: ${r(t)} is ${ht(a(t,void 0))}; ${e}`)
"LORA"!==a("peft_type",void 0)&&s("peft_type",'only "LORA" is read')
for(const t of Object.keys(o))lt.includes(t)||ft.includes(t)||pt(o[t])||s(t,"with it A and B may mean something else than in plain LoRA; merge or convert it in Python")
const i=a("init_lora_weights",!0)
dt.test(i)&&s("init_lora_weights","this also changes the base model; save it in Python with path_initial_model_for_weight_conversion")
ut.includes(i)||s("init_lora_weights","this is not known")
const c=a("r",8)
mt(c)||s("r","it must be a whole number above 0")
const l=a("lora_alpha",8)
Number.isFinite(l)||s("lora_alpha","it must be a number")
const f=a("use_rslora",!1)??!1
"boolean"!=typeof f&&s("use_rslora","it must be true or false")
const[u,d]=["rank_pattern","alpha_pattern"].map(t=>{const n=a(t,null)??{}
N(n)||s(t,"it must be an object")
return{name:t,entries:(e.get(t)??[]).map(t=>[t,n[t]]),compiled:/* @__PURE__ */new Map}})
return{r:c,lora_alpha:l,use_rslora:f,ranks:u,alphas:d}}(function(t){const e="string"==typeof t?t:B(`importPeft: ${at}`,t),n=R(e)
void 0!==n&&_(`${at} is ${n}`)
const o="string"==typeof e?e:l(e)
void 0===o&&_(`${at} is not UTF-8`)
return o.replace(/^\ufeff/,"")}(Qt(t,at))),u=function(t){const e=/* @__PURE__ */new Map,n=t=>{const n=e.get(t)??{factors:[],rule:Gt.length,reason:void 0}
e.set(t,n)
return n},o=[]
for(const[e,r]of t){const t=e.startsWith(it)?e.slice(17):e,a=ct.findIndex(e=>t.endsWith(e))
if(a<0){o.push(t)
continue}const s=n(t.slice(0,-ct[a].length))
void 0!==s.factors[a]&&(s.reason=`it has two of ${ct[a]}`)
s.factors[a]=r}const a=new Set(e.keys())
for(const t of o){const e=Ht(t,a),o=void 0===e?t:t.slice(e.length),s=Gt.findIndex(([t])=>t.test(o)),[i,c]=Gt[s],l=e??t.replace(i,""),f=n(l)
if(!(s>=f.rule)){f.rule=s
f.reason=`${c} (${r(t.slice(l.length+1)||t)})`}}return e}(U(B(`importPeft: ${st}`,Qt(t,st))).tensors)
if(void 0===o)return((t,e)=>[...e].map(([e,n])=>{try{const{A:o,B:r,...a}=Zt(t,e,n)
return a}catch(t){if(!(t instanceof LoraError))throw t
return{module:e,in:NaN,out:NaN,rank:NaN,alpha:NaN,reason:t.message}}}))(f,u)
"string"!=typeof o&&d("importPeft: module","a module's name",o)
const p=u.get(o)??_(function(t,e){const n=e.filter(e=>e.endsWith(`.${t}`)||t.endsWith(`.${e}`)),o=n.length>0?n:e,r=o.length>3?` and ${o.length-3} more`:"",s=o.slice(0,3).map(a).join(", ")+r,i=n.length>0?`did you mean ${s}?`:`there are ${s||"none"}`
return`importPeft: there is no module ${a(t)}; ${i}`}(o,[...u.keys()])),m=y(`importPeft: the module ${a(o)} cannot be read`,()=>Zt(f,o,p)),g=Vt("importPeft",i)
return function({in:t,out:e,rank:o,alpha:r,A:a,B:s},i,c,l){"boolean"!=typeof i&&d("importPeft: residual","true or false",i)
i&&t!==e&&n("LORA_E_SHAPE",`importPeft: residual needs in equal to out; this is ${t} to ${e}`)
const f=j(a),u=j(s),h=u.map((t,n)=>u[n%e*o+Math.floor(n/e)]),p=l("MicroLoRA",{...c,...i?{dim:t}:{in:t,out:e},rank:o,alpha:r})
try{p.setWeights({A:f,B:h})
return p}catch(t){p.free()
throw t}}(m,s??m.in===m.out,c,g)}function Qt(t,e){return t[e]??_(`importPeft: there is no ${e} (a pickled .bin is not read)`)}function te(t){const{kind:e,strings:n,tensors:o}=V(B("inspect: the file",t))
return{kind:e,metadata:Object.fromEntries(n),tensors:[...o.values()].map(({name:t,dtype:e,shape:n})=>({name:t,dtype:e,shape:n}))}}var ee=["LORA_E_MEMORY","LORA_E_INIT","LORA_E_FILE"]
function ne(e,o={}){const{engine:s,expect:i,space:c}=p("load",o,{engine:void 0,space:void 0,expect:{}})
h(i)||d("load: expect","an object of strings",i)
const l=X("load: expect",i),{kind:f,strings:u,tensors:m,part:b}=V(B("load: the file",e))
void 0===f&&_("this safetensors file was not written by save(); importPeft reads adapters of PEFT")
!function(t,e){for(const[n,o]of e){if(t.get(n)===o)continue
const e=t.get(n),s=void 0===e?"not given":a(e)
_(`the file is for something else: ${r(n)} is ${s}, expected ${a(o)}`)}}(new Map(u),l)
void 0===c||f.endsWith("LoRA")||n("LORA_E_OPTION",`load: space is for adapters, and the file holds a ${f}`)
const y=Vt("load",s??g(c)?.u),$=function(t,e){const n=new Map(e)
return{part:t,take(t,e,o){const a=n.get(t)??_(`the tensor ${r(t)} is missing`)
n.delete(t)
if(a.dtype!==e||a.shape.join()!==o.join()){const n=r(`${a.dtype} [${a.shape}]`)
_(`the tensor ${r(t)} is ${n}, not ${e} [${o}]`)}return a},find:t=>n.get(t),end(){for(const t of n.keys())_(`the tensor ${r(t)} does not belong there`)}}}(b,m)
let O
try{const{object:e,fill:n}="TrajectoryBuffer"===f?function(t,e){const{length:n,totalCount:o,...r}=jt(t,"object",Bt),{take:a,end:s}=t,i=e("TrajectoryBuffer",r)
return{object:i,fill(){const{dim:t}=i,e=w(a("embedding","F32",[n,t])),[r,c]=["operator","attention"].map(t=>a(t,"U8",[n]).bytes),[l,f]=Tt.map(t=>A(a(t,"F64",[n])))
s()
for(let o=0;o<n;o++){const n=e.subarray(o*t,(o+1)*t)
i.record(n,r[o],c[o],l[o],f[o])}g(i).a("trajectory_set_total_count",o)}}}($,y):"EmbeddingSpace"===f?function(t,e){const{take:n,end:o}=t,{dim:r,directions:a}=jt(t,"object",It),s=e("EmbeddingSpace",{dim:r,directions:a})
return{object:s,fill(){const t=g(s),{b:e,d:i}=t,c=w(n(St,"F32",[a,r])),l=t.a("space_read_numbers"),f=n(xt,"F64",[l])
o()
for(let t=0;t<a;t++){e.f.set(c.subarray(t*r,(t+1)*r))
Nt(`the tensor ${St}`,e.c.lora_space_write_row(i,t))}Mt(t,f)
Nt(`the tensor ${xt}`,e.c.lora_space_write_numbers(i,l))}}}($,y):function(e,n,o,r){const a=jt(n,"object",e?Rt:Lt),{all:s,others:i}=jt(n,"options",["all","others"])
kt("microlora.options: all",s,["alpha",...Ot],Ot.length+1)
const{rows:c,residual:l,in:f,out:u,inSpace:d,cautious:h,...p}=a
!function(t,e){!0!==t&&!1!==t&&_("inSpace is neither true nor false")
t&&void 0===e&&_("it was learned in an embedding space: give load the space")
t||void 0===e||_("it was not learned in an embedding space: give load no space")}(d,r)
!0!==l&&!1!==l&&_("residual is neither true nor false")
l&&f!==u&&_(`residual: in is ${f}, and out ${u}`)
const m=o(e?"ScopedLoRA":"MicroLoRA",{...p,...l?{dim:f}:{in:f,out:u},alpha:s.alpha,...d?{space:r,cautious:h}:{}}),b=g(m)
return{object:m,fill(){const e=At(b)
kt("microlora.options: others",i,e,0)
e.forEach((e,o)=>{const r=i[e]??{}
kt(`the options of ${e}`,r,Ot,0)
!function(t,e,n){const{b:o,d:r}=t,a=(n,s)=>{"number"!=typeof s&&_(`the option ${n} is not a number`)
const i=Ot.indexOf(n)
if(!Object.is(t.a("option",e,i),s)){"beta2"===n&&a("beta1",0)
Nt(`the option ${n}`,o.c.lora_set_option(r,e,i,s))}}
a("beta2",n.beta2)
for(const t of Ot)a(t,n[t])}(b,o,{...s,...r})
!function(e,n,o,{take:r,find:a}){const{b:s,d:i}=e
for(const c of Ft){const l=n+bt[c],f=()=>s.c.lora_read_row(i,o,c,0)===t.LORA_E_STATE
if(c>=_t?void 0===a(l):f())continue
const u=vt(e,c),[d,h]=u,p=w(r(l,"F32",u))
for(let t=0;t<d;t++){s.f.set(p.subarray(t*h,(t+1)*h))
Nt(`the tensor ${l}`,s.c.lora_write_row(i,o,c,t))}}const c=e.a("read_numbers",o)
Mt(e,r(n+yt,"F64",[c]))
Nt(`the tensor ${n}${yt}`,s.c.lora_write_numbers(i,o,c))}(b,e,o,n)})
Number.isInteger(c)&&c>=1&&c<=b.batch||_(`rows is ${c}, of a batch of ${b.batch}`)
!function(t,{take:e,find:n,end:o}){t.o()
const{b:r,d:a}=t,s=wt.map(([o,r,a])=>{const s=n(o)?.shape[0]??0
s>t.batch&&_(`the tensor ${o} has more rows than the batch`)
const i=t[a],c=0===s?void 0:w(e(o,"F32",[s,i]))
return{rows:t[r],length:i,count:s,all:c}}),i=n($t)?.shape[0]??0,c=e($t,"F64",[i])
o()
Mt(t,c)
Nt(`the tensor ${$t}`,r.c.lora_write_forward(a,i))
for(const{rows:t,length:e,count:n,all:o}of s)t.forEach((t,r)=>{t.fill(0)
void 0!==o&&r<n&&t.set(o.subarray(r*e,(r+1)*e))})}(b,n)
b.x=c}}}("ScopedLoRA"===f,$,y,c)
O=e
n()
return e}catch(t){O?.free()
if(!(t instanceof LoraError)||ee.includes(t.code))throw t
return _(`the file holds what cannot be: ${t.message}`,t)}}export{Dt as exportPeft,Xt as importPeft,te as inspect,ne as load,Ut as save}

